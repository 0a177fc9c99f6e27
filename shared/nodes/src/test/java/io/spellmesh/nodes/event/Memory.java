package io.spellmesh.nodes.event;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.event.Events;
import io.spellmesh.contract.event.Events.Embedding;
import io.spellmesh.contract.event.Events.Event;
import io.spellmesh.contract.event.Events.NewEvent;
import io.spellmesh.contract.event.Events.Recall;
import io.spellmesh.contract.event.Events.Recalled;
import io.spellmesh.contract.event.Events.Which;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.engine.node.Capabilities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The event room, as a node sees it: it keeps what it is given, and recalls all of it. */
final class Memory implements Capabilities {
  private final List<NewEvent> stored = new ArrayList<>();
  private final List<Event> kept = new ArrayList<>();
  private final List<Recall> recalls = new ArrayList<>();

  List<NewEvent> stored() {
    return stored;
  }

  NewEvent only() {
    if (stored.size() != 1) {
      throw new AssertionError("stored " + stored);
    }
    return stored.getFirst();
  }

  List<Event> kept() {
    return kept;
  }

  Recall recall() {
    return recalls.getLast();
  }

  @Override
  public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
    try {
      return CompletableFuture.completedFuture(operation.answer().cast(answer(question)));
    } catch (Failure failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private Object answer(Object question) {
    return switch (question) {
      case NewEvent event -> {
        stored.add(event);
        kept.add(new Event(UUID.randomUUID(), event.content(), event.place().orElseThrow(), event.connector(),
            event.rawData(), Instant.EPOCH));
        yield kept.getLast();
      }
      case Recall recall -> {
        recalls.add(recall);
        yield new Recalled(List.copyOf(kept));
      }
      case Which which -> {
        if (!kept.removeIf(event -> event.id().equals(which.event()))) {
          throw Failure.notFound("no event " + which.event());
        }
        yield Nothing.NOTHING;
      }
      case Events.EmbeddingOf of -> new Embedding(stored.stream()
          .filter(event -> event.content().equals(of.content())).map(NewEvent::embedding)
          .flatMap(Optional::stream).findFirst());
      default -> throw new AssertionError("asked " + question);
    };
  }

  @Override
  public <Q, A> CompletableFuture<A> stream(StreamingOperation<Q, A> operation, Q question,
      Consumer<String> pieces) {
    throw new AssertionError("the event room does not stream");
  }
}
