package io.spellmesh.gateway;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.agent.Tasks;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Requests;
import io.spellmesh.contract.completion.Secrets;
import io.spellmesh.contract.document.DocumentStores;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.contract.event.Events;
import io.spellmesh.contract.huggingface.HuggingFace;
import io.spellmesh.contract.run.Playing;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.run.States;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.contract.user.Users;
import io.spellmesh.kit.operation.Serving;
import io.vertx.core.Future;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Every service of the mesh, answered from a map. An operation that no test has given an answer says
 * that what was asked for is not there, in words that no client may see.
 */
public final class StandIns {
  /** What a service may say of its insides by mistake. */
  static final String INSIDES = "no row in spell.spell for java.util.UUID at /srv/app";

  private final Map<String, BiFunction<Optional<Caller>, Object, Future<?>>> answers =
      new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** From now on, this answers the operation. */
  public <Q, A> void answer(Operation<Q, A> operation, Function<Q, Future<A>> answer) {
    answerCaller(operation, (_, question) -> answer.apply(question));
  }

  public <Q, A> void give(Operation<Q, A> operation, A answer) {
    answer(operation, _ -> Future.succeededFuture(answer));
  }

  public <Q, A> void fail(Operation<Q, A> operation, Failure failure) {
    answer(operation, _ -> Future.failedFuture(failure));
  }

  @SuppressWarnings("unchecked")
  public <Q, A> void answerCaller(
      Operation<Q, A> operation, BiFunction<Optional<Caller>, Q, Future<A>> answer) {
    answers.put(operation.address(), (caller, question) -> answer.apply(caller, (Q) question));
  }

  /** How often an operation was asked. */
  public long asked(Operation<?, ?> operation) {
    return asked.stream().filter(operation.address()::equals).count();
  }

  Future<?> serve(Serving serving) {
    List<Future<?>> served = new ArrayList<>();
    for (Class<?> room : List.of(Users.class, Spells.class, Runner.class, Playing.class, Completions.class,
        Requests.class, Secrets.class, Tasks.class, DocumentStores.class, Documents.class, Events.class,
        HuggingFace.class, States.class)) {
      for (Field field : room.getFields()) {
        if (field.getType() == Operation.class) {
          served.add(serve(serving, constant(field)));
        } else if (field.getType() == StreamingOperation.class) {
          served.add(serve(serving, streaming(field).operation()));
        }
      }
    }
    return Future.all(served);
  }

  private <Q, A> Future<?> serve(Serving serving, Operation<Q, A> operation) {
    if (operation.open()) {
      return serving.serveOpen(operation, question -> given(operation, Optional.empty(), question));
    }
    return serving.serveHere(operation, (caller, question) ->
        given(operation, Optional.of(caller), question));
  }

  @SuppressWarnings("unchecked")
  private <Q, A> Future<A> given(Operation<Q, A> operation, Optional<Caller> caller, Q question) {
    asked.add(operation.address());
    return (Future<A>) answers.getOrDefault(operation.address(),
        (_, _) -> Future.failedFuture(Failure.notFound(INSIDES))).apply(caller, question);
  }

  private static Operation<?, ?> constant(Field field) {
    return (Operation<?, ?>) value(field);
  }

  private static StreamingOperation<?, ?> streaming(Field field) {
    return (StreamingOperation<?, ?>) value(field);
  }

  private static Object value(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
