package io.spellmesh.nodes.chance;

import io.spellmesh.engine.node.NodeRun;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Where chance comes from. A step's chance hangs on its key, which no two steps of any two runs share: a retry,
 * a resumed run and a replay meet the same, without anything being remembered. It is not fit for secrets.
 */
final class Chance {
  private Chance() {}

  /** The chance of this step of this run. */
  static RandomGenerator of(NodeRun run) {
    return seeded(run.key());
  }

  /** The same chance for the same text. */
  static RandomGenerator seeded(String seed) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
      return new SplittableRandom(ByteBuffer.wrap(digest).getLong());
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }
}
