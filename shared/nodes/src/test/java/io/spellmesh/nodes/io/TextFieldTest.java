package io.spellmesh.nodes.io;

import static io.spellmesh.nodes.Trial.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextFieldTest {
  @Test
  void givesItsText() {
    assertEquals("{'text':'look'}", Trial.of(new TextField()).set("{'text':'look'}").outputsOfRun());
  }

  @Test
  void givesEmptyTextIfNothingIsWritten() {
    assertEquals("{'text':''}", Trial.of(new TextField()).outputsOfRun());
  }

  @Test
  void isMeantByAnInputOfThatTimeOnly() {
    assertTrue(meant("{'data':{'text':'x'},'outputs':{'text':{}}}"));
    assertTrue(meant("{'outputs':{'text':{}}}"));
    assertFalse(meant("{'data':{},'outputs':{}}"));
    assertFalse(meant("{'data':{},'outputs':{'text':{},'output':{}}}"));
    assertFalse(meant("{'data':{},'outputs':{'text':{},'trigger':{}}}"));
    for (String sign : List.of("socketKey", "playtestToggle", "useDefault", "isInput")) {
      assertFalse(meant("{'data':{'" + sign + "':null},'outputs':{'text':{}}}"), sign);
    }
  }

  private static boolean meant(String saved) {
    return TextField.isMeantBy((ObjectNode) json(saved));
  }
}
