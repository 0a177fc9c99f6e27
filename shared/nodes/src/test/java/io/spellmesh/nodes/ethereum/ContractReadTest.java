package io.spellmesh.nodes.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ContractReadTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void givesWhatAFunctionGives() {
    web.json("{'result':'0x" + "0".repeat(62) + "32'}");

    assertEquals("{'output':'50'}", reading("myValue", "", "uint256").outputsOfRun());
    assertTrue(web.heard().get(1).contains("\"method\":\"eth_call\",\"params\":[{\"to\":\"" + Chain.CONTRACT
        + "\",\"data\":\"0x47f1aae7\"},\"latest\"]"), web.heard().get(1));
  }

  @Test
  void takesArgumentsWithCommasBetweenAndGivesSeveralValuesAsAList() {
    web.json("{'result':'0x" + "0".repeat(63) + "1" + "0".repeat(63) + "2'}");

    assertEquals("[\"1\",true]".replace("true", "\"2\""), reading("f", "uint8,address", "uint256,uint256")
        .given("functionParams", "'7, " + Chain.CONTRACT + "'").run().outputs().get("output").textValue());
    assertTrue(web.heard().get(1).contains("0".repeat(63) + "7" + "0".repeat(24) + "35".repeat(20)));
  }

  @Test
  void findsTheContractThatATransactionMade() {
    web.json("{'result':{'contractAddress':'" + Chain.CONTRACT + "'}}").json("{'result':'0x" + "0".repeat(64) + "'}");

    assertEquals("{'output':'0'}", Trial.of(new ContractRead()).in(web).given("tx", "'0x" + "ab".repeat(32) + "'")
        .given("function", "'f'").value("abi", AbiTest.abi("f", "", "uint256")).outputsOfRun());
    assertTrue(web.heard().get(1).contains("eth_getTransactionReceipt"));
    assertTrue(web.heard().get(3).contains(Chain.CONTRACT));
  }

  @Test
  void saysWhatWasWrong() {
    web.json("{'error':{'message':'execution reverted'}}").json("{'result':'0x'}");

    assertEquals("was refused: execution reverted", reading("f", "", "uint256").failure());
    assertEquals("was answered with what is not of the interface's types", reading("f", "", "uint256").failure());
    assertEquals("the contract has no function 'g', it has f()", Trial.of(new ContractRead()).in(web)
        .given("tx", "'" + Chain.CONTRACT + "'").given("function", "'g'").value("abi", AbiTest.abi("f", "", ""))
        .failure());
  }

  private Trial reading(String function, String takes, String gives) {
    return Trial.of(new ContractRead()).in(web).given("tx", "'" + Chain.CONTRACT + "'")
        .given("function", "'" + function + "'").value("abi", AbiTest.abi(function, takes, gives));
  }
}
