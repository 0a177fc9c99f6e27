package io.spellmesh.contract.tab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.run.RunHead;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.spell.Spells;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a browser tab may ask. These are answered by the process that holds the tab's socket and by no
 * other; the bridge permits them and nothing else. A spell or run of another user is answered as unknown.
 */
public interface Tabs {
  Duration LOADING = Duration.ofSeconds(10);
  /** A parked run is loaded for its answer. */
  Duration ANSWERING = Duration.ofSeconds(30);

  /** Loads a spell in a runner for this tab; answered once the socket's earlier registrations hold. */
  Operation<Open, Opened> OPEN =
      Operation.at("spellmesh.tab.open", Open.class, Opened.class).withPatience(LOADING);
  /** Changes the loaded spell and saves it; CONFLICT, naming the newest version, if {@code base} is stale. */
  Operation<Update, Updated> UPDATE =
      Operation.at("spellmesh.tab.update", Update.class, Updated.class).withPatience(LOADING);
  /** Starts a run of the spell as the tab has it; answered at once. Asking twice starts one run. */
  Operation<Start, Started> RUN =
      Operation.at("spellmesh.tab.run", Start.class, Started.class).withPatience(LOADING);
  Operation<Runner.Which, Cancelled> CANCEL =
      Operation.at("spellmesh.tab.cancel", Runner.Which.class, Cancelled.class);
  /** A person's answer to a step that waits for one; answered once it is committed. */
  Operation<Runner.Answer, Answered> ANSWER =
      Operation.at("spellmesh.tab.answer", Runner.Answer.class, Answered.class).withPatience(ANSWERING);
  /** The journal groups after a number, and what is under way. */
  Operation<Runner.Since, Runner.Events> SINCE =
      Operation.at("spellmesh.tab.since", Runner.Since.class, Runner.Events.class);
  Operation<Tab, Playing> PLAY = Operation.at("spellmesh.tab.play", Tab.class, Playing.class);
  Operation<Tab, Playing> PAUSE = Operation.at("spellmesh.tab.pause", Tab.class, Playing.class);
  Operation<Tab, Nothing> CLOSE = Operation.at("spellmesh.tab.close", Tab.class, Nothing.class);
  /** Keeps a socket alive, and tells how much of what was sent has been read. */
  Operation<Ping, Pong> PING = Operation.at("spellmesh.tab.ping", Ping.class, Pong.class);
  /** A fresh access token of the same user and session for this socket; anything else closes it. */
  Operation<Renew, Renewed> RENEW = Operation.at("spellmesh.tab.renew", Renew.class, Renewed.class);

  int LONGEST_TAB = 64;

  /** @param tab id that the tab chose for itself, 1 to 64 of {@code [A-Za-z0-9_-]} */
  record Open(String tab, UUID spell) {
    public Open {
      checkTab(tab);
      Objects.requireNonNull(spell, "spell is missing");
    }
  }

  /** @param runs live runs of the spell, and those that have just ended */
  record Opened(Spells.Spell spell, List<RunHead> runs) {}

  /** @param patch RFC 6902, applied to {@code {"name":…,"graph":…}} */
  record Update(String tab, UUID spell, int base, JsonNode patch) {
    public Update {
      checkTab(tab);
      Objects.requireNonNull(spell, "spell is missing");
      if (!patch.isArray()) {
        throw new IllegalArgumentException("patch is not a list, must be a list of operations (RFC 6902)");
      }
    }
  }

  record Updated(int version) {}

  /**
   * @param run          id that the client made
   * @param inputs       by input name
   * @param pinned       see {@link Runner#pinned}
   * @param from         an earlier run whose results are taken over
   * @param to           the node that the run goes to, as {@link Runner.Start} has it
   * @param onDisconnect what becomes of the run when the tab is gone: {@code continue} if absent
   */
  record Start(String tab, UUID spell, UUID run, ObjectNode inputs, Optional<Map<String, ObjectNode>> pinned,
      Optional<Runner.From> from, Optional<String> to, Optional<OnDisconnect> onDisconnect) {
    public Start {
      pinned = pinned.map(Runner::pinned);
      checkTab(tab);
      Objects.requireNonNull(spell, "spell is missing");
      Objects.requireNonNull(run, "run is missing, must be a UUID that the client made");
      Objects.requireNonNull(inputs, "inputs is missing, must be an object");
    }

    /** Of a run that runs all of its spell. */
    public Start(String tab, UUID spell, UUID run, ObjectNode inputs, Optional<OnDisconnect> onDisconnect) {
      this(tab, spell, run, inputs, Optional.empty(), Optional.empty(), Optional.empty(), onDisconnect);
    }
  }

  /** What becomes of a run whose tab is gone. */
  enum OnDisconnect {
    CONTINUE,
    CANCEL
  }

  record Started(UUID run) {}

  record Cancelled(RunStatus status) {}

  record Answered(RunStatus status) {}

  record Tab(String tab, UUID spell) {
    public Tab {
      checkTab(tab);
      Objects.requireNonNull(spell, "spell is missing");
    }
  }

  record Playing(boolean playing) {}

  /** @param beat the number the client last read on any message that carried one */
  record Ping(Optional<Long> beat) {}

  /** @param beat for the client to return once it has read it */
  record Pong(Instant time, long beat) {}

  record Renew(String token) {
    public Renew {
      Objects.requireNonNull(token, "token is missing");
    }

    /** Without the token. */
    @Override
    public String toString() {
      return "Renew[]";
    }
  }

  /** @param expiresIn seconds until the socket has to be renewed again */
  record Renewed(long expiresIn) {}

  private static void checkTab(String tab) {
    if (tab.isEmpty() || tab.length() > LONGEST_TAB || !tab.chars().allMatch(Tabs::isOfTab)) {
      throw new IllegalArgumentException("tab is not an id of 1 to " + LONGEST_TAB + " of A-Z a-z 0-9 _ -");
    }
  }

  private static boolean isOfTab(int c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-';
  }
}
