package io.spellmesh.runner.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Caller;
import io.spellmesh.runner.journal.Standing;
import java.util.Set;

/**
 * A run that is to go on.
 *
 * @param from   where it stands; if it stands there no longer, nothing happens
 * @param caller the run's user, with the run's own token
 */
public record Resumption(Standing from, Caller caller, Cause cause) {

  /** Why it goes on. */
  public sealed interface Cause {}

  /** A person has answered. */
  public record Answered(String step, JsonNode value) implements Cause {}

  /** A time has come. */
  public record TimeHasCome() implements Cause {}

  /** Its process is gone, and its spell wants it to go on by itself. */
  public record Crashed() implements Cause {}

  /** Somebody wants it to, after it was interrupted. @param again steps that may do harm, and are to run again */
  public record Wanted(Set<String> again) implements Cause {}
}
