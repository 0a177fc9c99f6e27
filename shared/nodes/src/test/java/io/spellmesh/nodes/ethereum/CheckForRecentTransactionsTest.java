package io.spellmesh.nodes.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CheckForRecentTransactionsTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  private static final String ADA = "0x" + "aB".repeat(20);
  private static final String BOB = "0x" + "1".repeat(40);

  @Test
  void givesWhatTheSenderSent() {
    web.json("{'result':'0x11'}")
        .json("{'result':{'transactions':[{'hash':'0x1','from':'" + BOB + "','to':'" + ADA + "'},"
            + "{'hash':'0x2','from':'" + ADA.toLowerCase() + "','to':null}]}}")
        .json("{'result':{'transactions':[{'hash':'0x3','from':'0x0','to':'0x0'}]}}");

    String output = Trial.of(new CheckForRecentTransactions()).in(web).given("address", "'" + ADA + "'")
        .given("sender", "'" + BOB + "'").set("blocks", "2").run().outputs().get("output").textValue();

    assertEquals("[\"0x1\"]", Trial.json(output).findValues("hash").toString());
  }
}
