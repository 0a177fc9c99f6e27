package io.spellmesh.nodes.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class GetRecentTransactionsTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  private static final String ADA = "0x" + "aB".repeat(20);
  private static final String BOB = "0x" + "1".repeat(40);

  @Test
  void givesWhatCameAndWent() {
    web.json("{'result':'0x11'}")
        .json("{'result':{'transactions':[{'hash':'0x1','from':'" + BOB + "','to':'" + ADA + "'},"
            + "{'hash':'0x2','from':'" + ADA.toLowerCase() + "','to':null}]}}")
        .json("{'result':{'transactions':[{'hash':'0x3','from':'0x0','to':'0x0'}]}}");

    String output = Trial.of(new GetRecentTransactions()).in(web).given("address", "'" + ADA + "'")
        .set("blocks", "2").run().outputs().get("output").textValue();

    assertEquals("[\"0x2\",\"0x1\"]", Trial.json(output).findValues("hash").toString().replace(" ", ""));
    assertEquals("POST / application/json {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_getBlockByNumber\","
        + "\"params\":[\"0x10\",true]}", web.heard().getLast());
  }
}
