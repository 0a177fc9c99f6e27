package io.spellmesh.kit.operation;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.kit.database.DatabaseFailures;
import io.vertx.core.VertxException;
import io.vertx.core.eventbus.ReplyException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a question ended: one line in the log without bodies, and what the asker is told. */
record Outcome(String operation) {
  private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
  private static final int ID_BYTES = 5;

  void answered(long askedNanos) {
    if (!LOG.isDebugEnabled()) {
      return;
    }
    LOG.atDebug().addKeyValue("operation", operation).addKeyValue("tookMicros", micros(askedNanos))
        .log("operation answered");
  }

  Failure failed(Throwable error, long askedNanos) {
    Failure failure = told(error);
    LOG.atDebug().addKeyValue("operation", operation).addKeyValue("code", failure.code())
        .addKeyValue("tookMicros", micros(askedNanos)).log("operation failed");
    return failure;
  }

  private Failure told(Throwable error) {
    return switch (error) {
      case ReplyException fromTheBus -> Failure.of(fromTheBus, "while answering " + operation);
      case VertxException fromTheDatabase -> DatabaseFailures.map(fromTheDatabase);
      case IOException fromTheDatabase -> DatabaseFailures.map(fromTheDatabase);
      default -> internal(error);
    };
  }

  /** The asker gets the id and we get the rest, because an exception's text may quote data of others. */
  private Failure internal(Throwable error) {
    byte[] random = new byte[ID_BYTES];
    new SecureRandom().nextBytes(random);
    String id = HexFormat.of().formatHex(random);
    LOG.atError().addKeyValue("operation", operation).addKeyValue("id", id).setCause(error)
        .log("operation broke");
    return new Failure(FailureCode.INTERNAL, "internal error " + id);
  }

  private static long micros(long since) {
    return (System.nanoTime() - since) / 1000;
  }
}
