package io.spellmesh.nodes.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CheckEthBalanceTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  private static final String ADA = "0x" + "aB".repeat(20);

  private Trial asking() {
    return Trial.of(new CheckEthBalance()).in(web).given("address", "'" + ADA + "'");
  }

  @Test
  void givesEther() {
    web.json("{'jsonrpc':'2.0','id':1,'result':'0x14d1120d7b160000'}").json("{'result':'0x0'}");

    assertEquals("{'output':'1.5'}", asking().outputsOfRun());
    assertEquals(List.of("ethereum", "POST / application/json {\"jsonrpc\":\"2.0\",\"id\":1,"
        + "\"method\":\"eth_getBalance\",\"params\":[\"" + ADA.toLowerCase() + "\",\"latest\"]}"), web.heard());
    assertEquals("{'output':'0'}", asking().given("rpc_http", "'" + web.base() + "/rpc'").outputsOfRun());
    assertEquals(3, web.heard().size());
  }

  @Test
  void saysWhatIsWrong() {
    web.json("{'error':{'code':-32000,'message':'no such chain'}}").json("{'result':'much'}");

    assertEquals("was refused: no such chain", asking().failure());
    assertEquals("was answered with \"much\" where a number belongs", asking().failure());
    assertEquals("input 'address': got 'Ada', needs an address: 0x and 40 hexadecimal digits",
        Trial.of(new CheckEthBalance()).in(web).given("address", "'Ada'").failure());
  }
}
