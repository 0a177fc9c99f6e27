package io.spellmesh.runner;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.run.RunHead;
import io.spellmesh.contract.run.RunParts;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** All run messages that a tab hears of a spell, in order. */
final class Screen {
  private final List<Object> messages = new CopyOnWriteArrayList<>();

  static Screen of(TestMember member, UUID user, UUID spell) {
    Screen screen = new Screen();
    Waiting.await(member.vertx().eventBus().<JsonObject>consumer(Addresses.spellOf(user, spell), message -> {
      JsonObject body = message.body();
      Class<?> kind = body.containsKey("events") ? RunGroup.class
          : body.containsKey("parts") ? RunParts.class : RunHead.class;
      screen.messages.add(Wire.read(body, kind));
    }).completion());
    return screen;
  }

  List<Object> messages() {
    return List.copyOf(messages);
  }

  <M> Stream<M> all(Class<M> kind) {
    return messages.stream().filter(kind::isInstance).map(kind::cast);
  }

  List<RunEvent> events() {
    return all(RunGroup.class).flatMap(group -> group.events().stream()).toList();
  }

  List<RunParts.Part> parts() {
    return all(RunParts.class).flatMap(message -> message.parts().stream()).toList();
  }
}
