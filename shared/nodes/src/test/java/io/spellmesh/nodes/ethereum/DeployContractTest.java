package io.spellmesh.nodes.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DeployContractTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void putsAContractOnTheChain() {
    web.json("{'result':'0xde0b6b3a7640000'}");
    Chain.taking(web, "{'status':'0x1','transactionHash':'0xfeed','contractAddress':'" + Chain.CONTRACT + "'}");
    web.json("{'result':'0x6f05b59d3b20000'}");

    assertEquals("{'balance_before':1.0,'balance':0.5,'tx':'0xfeed','contract':'" + Chain.CONTRACT + "'}",
        Trial.of(new DeployContract()).in(web).given("bytecode", "'0x6001'").outputsOfRun());
    assertTrue(web.heard().stream().anyMatch(line -> line.contains("\"data\":\"0x6001\"}]")), "" + web.heard());
  }

  @Test
  void takesNoKeyThatTravels() {
    String key = "46".repeat(32);

    String said = Trial.of(new DeployContract()).in(web).given("bytecode", "'0x6001'")
        .given("privatekey", "'" + key + "'").failure();

    assertTrue(said.contains("configure connectors.ethereum.signing-key"), said);
    assertFalse(said.contains(key));
  }

  @Test
  void saysWhatCannotBeDeployed() {
    assertEquals("got bytecode that is not hexadecimal, needs what a compiler gave",
        Trial.of(new DeployContract()).in(web).given("bytecode", "'contract A {}'").failure());
    assertEquals("the contract is made with 0 arguments, got 1",
        Trial.of(new DeployContract()).in(web).given("bytecode", "'6001'").given("arguments", "[1]").failure());
  }
}
