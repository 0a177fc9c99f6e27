package io.spellmesh.nodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ImageGenerationTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  private Trial drawing() {
    return Trial.of(new ImageGeneration()).in(web).given("prompt", "'a cat'");
  }

  @Test
  void givesTheFirstImage() {
    web.json("{'images':['aW1n','b3RoZXI=']}");

    assertEquals("{'output':'aW1n'}", drawing().outputsOfRun());
    assertEquals(List.of("images", "POST /sdapi/v1/txt2img application/json "
        + "{\"prompt\":\"a cat\",\"width\":256,\"height\":256,\"steps\":50}"), web.heard());
  }

  @Test
  void asksTheEndpointThatIsWired() {
    web.json("{'images':['aW1n']}").json("{'images':[]}");
    Trial wired = drawing().given("endpoint", "'" + web.base() + "/draw'");

    assertEquals("{'output':'aW1n'}", wired.outputsOfRun());
    assertEquals("POST /draw application/json {\"prompt\":\"a cat\",\"width\":256,\"height\":256,\"steps\":50}",
        web.heard().getFirst());
    assertEquals("was answered without an image", wired.failure());
  }
}
