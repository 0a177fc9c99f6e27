package io.spellmesh.contract;

import io.spellmesh.contract.agent.DiscordVoice;
import io.spellmesh.contract.agent.Tasks;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Requests;
import io.spellmesh.contract.completion.Secrets;
import io.spellmesh.contract.document.DocumentStores;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.contract.event.Events;
import io.spellmesh.contract.huggingface.HuggingFace;
import io.spellmesh.contract.node.NodeOffers;
import io.spellmesh.contract.run.Playing;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.run.States;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.contract.user.Users;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The interfaces that hold operations, in one place. */
final class ContractRooms {
  static final List<Class<?>> ALL = List.of(Completions.class, DiscordVoice.class, DocumentStores.class,
      Documents.class, Events.class, HuggingFace.class, NodeOffers.class, Playing.class, Requests.class, Runner.class,
      Secrets.class, Spells.class, States.class, Tabs.class, Tasks.class, Users.class);

  private ContractRooms() {}

  static List<Operation<?, ?>> operations() {
    return ALL.stream()
        .flatMap(ContractRooms::operationsOf)
        .sorted(Comparator.<Operation<?, ?>, String>comparing(Operation::address))
        .toList();
  }

  static Stream<Operation<?, ?>> operationsOf(Class<?> room) {
    return Arrays.stream(room.getDeclaredFields())
        .filter(field -> field.getType() == Operation.class)
        .map(field -> (Operation<?, ?>) value(field));
  }

  static List<StreamingOperation<?, ?>> streaming() {
    return ALL.stream()
        .flatMap(room -> Arrays.stream(room.getDeclaredFields()))
        .filter(field -> field.getType() == StreamingOperation.class)
        .<StreamingOperation<?, ?>>map(field -> (StreamingOperation<?, ?>) value(field))
        .sorted(Comparator.comparing(streaming -> streaming.operation().address()))
        .toList();
  }

  private static Object value(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
