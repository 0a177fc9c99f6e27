package io.spellmesh.nodes.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.engine.node.Signature;
import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ContractWriteTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void sendsASignedTransactionAndWaitsUntilItIsInABlock() {
    Chain.taking(web, "{'status':'0x1','transactionHash':'0xfeed'}");
    Trial writing = writing("'5'");

    assertEquals("{'output':'0xfeed'}", writing.outputsOfRun());
    List<String> sent = web.heard().stream().filter(line -> !line.equals("ethereum")).toList();
    assertTrue(sent.get(1).contains("\"method\":\"eth_estimateGas\",\"params\":[{\"from\":\"" + Chain.ACCOUNT
        + "\",\"data\":\"0x55241077" + "0".repeat(63) + "7\",\"to\":\"" + Chain.CONTRACT + "\"}]"), sent.get(1));
    assertTrue(sent.get(5).startsWith("sign ethereum "), sent.get(5));
    // Type 2; chain 5, nonce 1, tip 2, at most twice 100 and the tip, 21,000 of gas.
    assertTrue(sent.get(6).contains("\"0x02f847" + "05" + "01" + "02" + "81ca" + "825208" + "94" + "35".repeat(20) + "80"
        + "a4" + "55241077" + "0".repeat(63) + "7" + "c0" + "80" + "01" + "02\""), sent.get(6));
    assertEquals(List.of("info: was sent as 0xfeed"), writing.lines());
    assertEquals(Duration.ofSeconds(2), writing.paused());
  }

  @Test
  void paysAPriceWhereThereIsNoBaseFee() {
    web.signing(Chain.ACCOUNT, new Signature(BigInteger.ONE, BigInteger.TWO, 1)).json("{'result':'0x5'}")
        .json("{'result':'0x1'}").json("{'result':'0x0'}").json("{'result':{}}").json("{'result':'0x9'}")
        .json("{'result':'0xfeed'}").json("{'result':{'transactionHash':'0xfeed'}}");

    writing("''").run();

    // 2e, 46, is twice chain 5, 35 and a parity of 1.
    assertTrue(web.heard().stream().anyMatch(line -> line.contains("2e0102\"")), "" + web.heard());
  }

  @Test
  void saysWhatTheContractRefusedAndWhichChainIsMeant() {
    Chain.taking(web, "{'status':'0x0','transactionHash':'0xfeed'}");
    assertEquals("was refused by the contract, in 0xfeed", writing("''").failure());

    web.json("{'result':'0x5'}");
    assertEquals("is to be on chain 1, but the node that is set up is of chain 5", writing("'1'").failure());
  }

  @Test
  void sendsNothingWithoutAnAccount() {
    assertEquals("needs an account of ethereum, of which there is none here", writing("'5'").failure());
    assertEquals(List.of(), web.heard());
  }

  private Trial writing(String chain) {
    return Trial.of(new ContractWrite()).in(web).given("contract_addr", "'" + Chain.CONTRACT + "'")
        .value("abi", AbiTest.abi("setValue", "uint256", "")).given("function_name", "'setValue'")
        .given("function_args", "[7]").given("chain_id", chain);
  }
}
