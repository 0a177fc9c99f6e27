package io.spellmesh.nodes.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CompileContractTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void givesBytecodeAndInterface() {
    web.json("{'errors':[{'severity':'warning','formattedMessage':'no license'}],'contracts':{'contract.sol':{"
        + "'A':{'abi':[],'evm':{'bytecode':{'object':'60'}}},"
        + "'B':{'abi':[{'type':'constructor'}],'evm':{'bytecode':{'object':'61'}}}}}}");
    Trial compiling = Trial.of(new CompileContract()).in(web)
        .set("{'code':'contract A {} contract B {}','optimization_enable':true,'optimization_number':7}");

    assertEquals("{'bytecode':'0x61','abi':[{'type':'constructor'}]}", compiling.outputsOfRun());
    assertEquals(List.of("warn: no license"), compiling.lines());
    assertEquals(List.of("solidity", "POST / application/json {\"language\":\"Solidity\",\"sources\":{\"contract.sol\":"
        + "{\"content\":\"contract A {} contract B {}\"}},\"settings\":{\"optimizer\":{\"enabled\":true,\"runs\":7},"
        + "\"outputSelection\":{\"*\":{\"*\":[\"abi\",\"evm.bytecode.object\"]}}}}"), web.heard());
  }

  @Test
  void givesTheContractOfTheNameOnTheCard() {
    web.json("{'contracts':{'contract.sol':{'A':{'abi':[],'evm':{'bytecode':{'object':'60'}}},'B':{}}}}");

    assertEquals("{'bytecode':'0x60','abi':[]}", Trial.of(new CompileContract()).in(web)
        .set("{'code':'contract A {}','name':'A'}").outputsOfRun());
  }

  @Test
  void saysWhatDoesNotCompile() {
    web.json("{'errors':[{'severity':'error','formattedMessage':'ParserError: Expected identifier'}]}").json("{}");

    assertEquals("does not compile: ParserError: Expected identifier",
        Trial.of(new CompileContract()).in(web).set("code", "contract {").failure());
    assertEquals("was answered without a contract",
        Trial.of(new CompileContract()).in(web).set("code", "//").failure());
    assertEquals("has no contract, needs one in Solidity", Trial.of(new CompileContract()).in(web).failure());
  }
}
