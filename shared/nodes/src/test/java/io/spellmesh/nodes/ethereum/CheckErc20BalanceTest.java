package io.spellmesh.nodes.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CheckErc20BalanceTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  private static final String ADA = "0x" + "aB".repeat(20);
  private static final String BOB = "0x" + "1".repeat(40);

  @Test
  void givesTokens() {
    web.json("{'result':'0x" + "0".repeat(58) + "1312d0'}").json("{'result':'0x6'}");

    assertEquals("{'output':'1.25'}", Trial.of(new CheckErc20Balance()).in(web).given("address", "'" + ADA + "'")
        .given("contract", "'" + BOB + "'").outputsOfRun());
    assertEquals("POST / application/json {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_call\",\"params\":[{\"to\":\""
        + BOB + "\",\"data\":\"0x70a08231" + "0".repeat(24) + "ab".repeat(20) + "\"},\"latest\"]}", web.heard().get(1));
  }

  @Test
  void saysWhatIsNoToken() {
    web.json("{'result':'0x'}");

    assertEquals("was answered with \"0x\" where a number belongs", Trial.of(new CheckErc20Balance()).in(web)
        .given("address", "'" + ADA + "'").given("contract", "'" + BOB + "'").failure());
  }
}
