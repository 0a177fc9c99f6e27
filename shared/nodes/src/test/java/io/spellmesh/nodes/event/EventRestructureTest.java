package io.spellmesh.nodes.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventRestructureTest {
  @Test
  void buildsAnEventOfWhatThereIs() {
    assertEquals("{'output':{'content':'hi','sender':'S','entities':['S','O']}}",
        Trial.of(new EventRestructure()).given("content", "'hi'").given("sender", "'S'").given("observer")
            .given("entities", "['S','O']").outputsOfRun());
  }

  @Test
  void makesANumberOfAnAgentIdThatIsOne() {
    assertEquals("{'output':{'agentId':12}}",
        Trial.of(new EventRestructure()).given("agentId", "'12'").outputsOfRun());
    assertEquals("{'output':{'agentId':'12a'}}",
        Trial.of(new EventRestructure()).given("agentId", "'12a'").outputsOfRun());
    assertEquals("{'output':{'agentId':3}}",
        Trial.of(new EventRestructure()).given("agentId", "3").outputsOfRun());
  }

  @Test
  void makesFieldsOfAddedSockets() {
    assertEquals("{'output':{'mood':'fine'}}",
        Trial.of(new EventRestructure()).named("k1", "mood", "'fine'").outputsOfRun());
  }

  @Test
  void buildsAnEmptyEventOfNothing() {
    assertEquals("{'output':{}}", Trial.of(new EventRestructure()).outputsOfRun());
  }

  @Test
  void knowsItsSocketsFromBefore2023() {
    assertEquals(Map.of("input", "content", "speaker", "sender", "agent", "observer", "roomInfo", "entities"),
        new EventRestructure().spec().aliases().get(0).inputs());
  }
}
