package io.spellmesh.nodes.ethereum;

import io.spellmesh.engine.node.Signature;
import io.spellmesh.nodes.web.LoopbackWeb;
import java.math.BigInteger;

/** What a chain answers that takes a transaction. */
final class Chain {
  static final String ACCOUNT = "0x9d8a62f656a8d1615c1294fd71e9cfb3e4855a4f";
  static final String CONTRACT = "0x" + "35".repeat(20);
  private static final Signature SIGNATURE = new Signature(BigInteger.ONE, BigInteger.TWO, 0);

  private Chain() {}

  /** @param receipt as JSON with single quotes */
  static void taking(LoopbackWeb web, String receipt) {
    web.signing(ACCOUNT, SIGNATURE).json("{'result':'0x5'}").json("{'result':'0x5208'}").json("{'result':'0x1'}")
        .json("{'result':{'baseFeePerGas':'0x64'}}").json("{'result':'0x2'}").json("{'result':'0xfeed'}")
        .json("{'result':null}").json("{'result':" + receipt + "}");
  }
}
