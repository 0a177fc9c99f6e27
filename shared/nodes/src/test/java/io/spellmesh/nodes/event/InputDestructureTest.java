package io.spellmesh.nodes.event;

import static io.spellmesh.nodes.Trial.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class InputDestructureTest {
  @Test
  void takesATextAsTheOutputAndMakesTheRestUp() {
    assertEquals(json("{'output':'hello','speaker':'Speaker','agent':'Agent','client':'Playtest',"
        + "'channel':'TestChannel','channelId':'TestChannel'}"), destructured("'hello'"));
  }

  @Test
  void readsEventsOfItsTime() {
    assertEquals(json("{'output':'hi','speaker':'S','agent':'A','client':'C','channel':'7','channelId':'7',"
        + "'entity':'e','roomInfo':['S'],'eth_private_key':'k','eth_public_address':'a','channelType':'t'}"),
        destructured("{'Input':'hi','Speaker':'S','Agent':'A','Client':'C','ChannelID':'7','Entity':'e',"
            + "'roomInfo':['S'],'eth_private_key':'k','eth_public_address':'a','channelType':'t'}"));
  }

  @Test
  void readsEventsOfToday() {
    assertEquals(json("{'output':'hi','speaker':'S','agent':'O','client':'Playtest','channel':'ch',"
        + "'channelId':'ch','roomInfo':['S','O']}"),
        destructured("{'content':'hi','sender':'S','observer':'O','channel':'ch','entities':['S','O']}"));
  }

  @Test
  void readsTheInputInLowerCase() {
    assertEquals("hi", destructured("{'input':'hi'}").path("output").asText());
  }

  @Test
  void givesNothingOfNothing() {
    assertEquals(Result.nothing(), Trial.of(new InputDestructure()).run());
  }

  private static JsonNode destructured(String event) {
    return json(Trial.of(new InputDestructure()).given("agent", event).outputsOfRun());
  }
}
