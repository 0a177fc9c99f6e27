package io.spellmesh.nodes.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.contract.Operation;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.nodes.Trial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CallMcpToolTest {
  @AutoClose
  private final LoopbackMcp server = new LoopbackMcp();

  private Trial calling(String tool) {
    return Trial.of(new CallMcpTool()).in(server).set("url", server.url()).set("tool", tool);
  }

  @Test
  void callsWithTheValuesAtItsSockets() {
    assertEquals("{'result':'5','content':[{'type':'text','text':'5'}]}",
        calling("add").given("a", "2").given("b", "3").outputsOfRun());
    assertEquals("{'result':'9','content':[{'type':'text','text':'9'}]}",
        calling("add").given("a", "2").given("arguments", "'{\\'a\\':4,\\'b\\':5}'").outputsOfRun());
  }

  @Test
  void givesWhatIsStructuredAsItIs() {
    assertEquals("{'result':'Rome','content':[{'type':'text','text':'Rome'}],'structured':{'city':'Rome'}}",
        calling("add").given("tool", "'places/find'").outputsOfRun());
  }

  @Test
  void whatAToolFailedWithFailsTheNode() {
    assertEquals("the tool 'fail' failed: it cannot be done", calling("fail").failure());
    assertEquals("input 'tool': has no tool to call, needs the name of one that the server has",
        calling(" ").failure());
    assertTrue(calling("add").given("arguments", "[1]").failure().startsWith("input 'arguments': got no object"));
  }

  /** Between the greeting and the call the server is started anew. */
  @Test
  void aSessionThatTheServerHasForgottenIsBegunAnew() {
    Capabilities forgetful = new Capabilities() {
      private int asked;

      @Override
      public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
        return server.ask(operation, question);
      }

      @Override
      public CompletableFuture<HttpAnswer> http(HttpAsk ask) {
        if (++asked == 3) {
          server.forgetSession();
        }
        return server.http(ask);
      }
    };

    assertEquals("{'result':'3','content':[{'type':'text','text':'3'}]}",
        calling("add").in(forgetful).given("a", "1").given("b", "2").outputsOfRun());
    assertEquals(List.of("initialize", "notifications/initialized", "tools/call", "initialize",
        "notifications/initialized", "tools/call", "DELETE"), server.heard());
  }

  @Test
  void whatTheServerRefusesIsToldInItsWords() {
    Capabilities refusing = new Capabilities() {
      @Override
      public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
        return server.ask(operation, question);
      }

      @Override
      public CompletableFuture<HttpAnswer> http(HttpAsk ask) {
        byte[] renamed = new String(ask.body().orElse(new byte[0]), StandardCharsets.UTF_8)
            .replace("tools/call", "tools/none").getBytes(StandardCharsets.UTF_8);
        return server.http(ask.body().isEmpty() ? ask : ask.with("application/json", renamed));
      }
    };

    assertEquals("the MCP server at " + server.url() + " refused tools/call: Method not found",
        calling("add").in(refusing).failure());
  }
}
