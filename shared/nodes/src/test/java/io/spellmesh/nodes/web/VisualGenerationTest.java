package io.spellmesh.nodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class VisualGenerationTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void givesAsManyImagesAsAreAskedFor() {
    web.json("{'images':['YQ==','Yg==']}");

    assertEquals("{'images':['YQ==','Yg==']}", Trial.of(new VisualGeneration()).in(web).given("caption", "'a cat'")
        .set("topK", "2").outputsOfRun());
    assertEquals(List.of("images", "POST /sdapi/v1/txt2img application/json "
        + "{\"prompt\":\"a cat\",\"width\":512,\"height\":512,\"batch_size\":2}"), web.heard());
  }

  @Test
  void saysThatNoneCame() {
    web.json("{'images':[]}");

    assertEquals("was answered without an image",
        Trial.of(new VisualGeneration()).in(web).given("caption", "'a cat'").failure());
  }
}
