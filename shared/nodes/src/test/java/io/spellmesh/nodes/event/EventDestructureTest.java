package io.spellmesh.nodes.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class EventDestructureTest {
  @Test
  void givesEachFieldOfAnEvent() {
    String event = "{'content':'hi','sender':'S','observer':'O','client':'c','channel':'ch',"
        + "'channelType':'t','projectId':'p','agentId':1,'entities':['S','O'],'connector':'x',"
        + "'embedding':[1],'rawData':{}}";
    String fields = "{'content':'hi','sender':'S','observer':'O','client':'c','channel':'ch',"
        + "'channelType':'t','projectId':'p','agentId':1,'entities':['S','O'],'connector':'x',"
        + "'embedding':[1],'rawData':{}}";

    assertEquals(fields, destructured(event));
  }

  @Test
  void takesATextAsTheContent() {
    assertEquals("{'content':'hello'}", destructured("'hello'"));
  }

  @Test
  void givesNothingOfNothing() {
    assertEquals(Result.nothing(), Trial.of(new EventDestructure()).run());
    assertEquals(Result.nothing(), Trial.of(new EventDestructure()).given("event", "null").run());
  }

  @Test
  void leavesOutWhatTheEventDoesNotHave() {
    assertEquals("{'content':'hi'}", destructured("{'content':'hi','sender':null}"));
  }

  @Test
  void readsEventsFromBefore2023() {
    String old = "{'Input':'hi','Speaker':'S','Agent':'A','Client':'C','ChannelID':'7','roomInfo':['S']}";

    assertEquals("{'content':'hi','sender':'S','observer':'A','client':'C','channel':'7','entities':['S']}",
        destructured(old));
  }

  @Test
  void givesFieldsOfTheirOwnNameAtAddedOutputs() {
    assertEquals("{'content':'hi','mood':'fine'}", Trial.of(new EventDestructure())
        .with("mood", SocketType.STRING).given("event", "{'content':'hi','mood':'fine'}").outputsOfRun());
  }

  private static String destructured(String event) {
    return Trial.of(new EventDestructure()).given("event", event).outputsOfRun();
  }
}
