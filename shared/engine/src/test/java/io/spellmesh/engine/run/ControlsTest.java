package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.NodeFailure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlsTest {
  private static final Control.Number NUMBER = new Control.Number("n", "Times", 3, 0, 10);
  private static final Control.Choice CHOICE =
      new Control.Choice("c", "Model", "small", List.of("small", "large"));
  private static final Control.Toggle TOGGLE = new Control.Toggle("t", "Strict", true);

  @Test
  void readsNumbersThatWereSavedAsText() {
    assertEquals(7, Controls.read(json("{\"n\": 7}"), NUMBER));
    assertEquals(7.5, Controls.read(json("{\"n\": \" 7.5 \"}"), NUMBER));
  }

  @Test
  void takesTheDefaultWhereNothingIsSaved() {
    for (String nothing : List.of("{}", "{\"n\": null, \"c\": null, \"t\": null}",
        "{\"n\": \" \", \"c\": \"\"}")) {
      assertEquals(3, Controls.read(json(nothing), NUMBER));
      assertEquals("small", Controls.read(json(nothing), CHOICE));
      assertTrue(Controls.read(json(nothing), TOGGLE));
    }
    assertEquals("usual", Controls.read(json("{}"), new Control.Text("x", "Text", "usual")));
    assertEquals("", Controls.read(json("{\"x\": \"\"}"), new Control.Text("x", "Text", "usual")));
    assertEquals(Optional.of(IntNode.valueOf(1)),
        Controls.read(json("{}"), new Control.Json("j", "Json", Optional.of(IntNode.valueOf(1)))));
  }

  @Test
  void saysWhatIsWrongAndWhatWouldBeRight() {
    assertEquals("Times is 11, must be from 0 to 10", refusal("{\"n\": 11}", NUMBER));
    assertEquals("Times is -1, must be from 0 to 10", refusal("{\"n\": -1}", NUMBER));
    assertEquals("Times is \"many\", must be a number", refusal("{\"n\": \"many\"}", NUMBER));
    assertEquals("Model is \"huge\", must be one of small, large", assertThrows(NodeFailure.class,
        () -> Controls.read(json("{\"c\": \"huge\"}"), CHOICE)).getMessage());
  }

  @Test
  void readsTogglesOfEveryAge() {
    for (String off : List.of("false", "\"false\"", "\"no\"", "0", "\"\"")) {
      assertFalse(Controls.read(json("{\"t\": " + off + "}"), TOGGLE), off);
    }
    for (String on : List.of("true", "\"true\"", "\"True\"", "1")) {
      assertTrue(Controls.read(json("{\"t\": " + on + "}"), TOGGLE), on);
    }
  }

  @Test
  void readsTextAndCodeOfAnyKindOfValue() {
    assertEquals("{\"a\":1}", Controls.read(json("{\"x\": {\"a\": 1}}"), new Control.Text("x", "Text", "")));
    assertEquals("12", Controls.read(json("{\"x\": 12.0}"), new Control.Code("x", "Code", "", "js")));
  }

  private static String refusal(String data, Control.Number control) {
    return assertThrows(NodeFailure.class, () -> Controls.read(json(data), control)).getMessage();
  }

  private static ObjectNode json(String text) {
    return Stage.json(text);
  }
}
