package io.spellmesh.contract.stream;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What an asker hears before the answer: a part of it, or a beat. A beat is a request, and its answer tells the
 * service that somebody still listens; NOT_FOUND says that nobody does.
 *
 * @param n    number of the part, from 1; with a beat, that of the last part so far, from 0
 * @param text to be put behind the parts before it; absent with a beat
 */
public record StreamMessage(UUID ask, long n, Optional<String> text) {
  public StreamMessage {
    Objects.requireNonNull(ask, "ask is missing");
    if (n < (text.isPresent() ? 1 : 0)) {
      throw new IllegalArgumentException("n is " + n + ", must be at least " + (text.isPresent() ? 1 : 0));
    }
  }

  public static StreamMessage part(UUID ask, long n, String text) {
    return new StreamMessage(ask, n, Optional.of(text));
  }

  public static StreamMessage beat(UUID ask, long n) {
    return new StreamMessage(ask, n, Optional.empty());
  }
}
