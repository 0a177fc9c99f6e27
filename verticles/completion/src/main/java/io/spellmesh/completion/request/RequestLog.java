package io.spellmesh.completion.request;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes requests down behind the back of those who wait for answers, as many at once as have come since the last
 * time. A request that cannot be written is lost, and said to be. Used from one context.
 */
public final class RequestLog {
  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
  /** What waits while the database is away; about 300 KB. */
  private static final int MOST_WAITING = 1_000;

  private final PgRequestStore store;
  private List<Entry> waiting = new ArrayList<>();
  private boolean isWriting;

  public RequestLog(PgRequestStore store) {
    this.store = store;
  }

  public void add(Entry entry) {
    if (waiting.size() == MOST_WAITING) {
      LOG.atWarn().addKeyValue("user", entry.owner()).log("request not written down, too many wait");
      return;
    }
    waiting.add(entry);
    write();
  }

  private void write() {
    if (isWriting || waiting.isEmpty()) {
      return;
    }
    List<Entry> batch = waiting;
    waiting = new ArrayList<>();
    isWriting = true;
    store.add(batch).onComplete(written -> {
      isWriting = false;
      if (written.failed()) {
        LOG.atWarn().addKeyValue("requests", batch.size()).addKeyValue("cause", written.cause().toString())
            .log("requests not written down");
      }
      write();
    });
  }
}
