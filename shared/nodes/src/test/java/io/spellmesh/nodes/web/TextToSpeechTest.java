package io.spellmesh.nodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TextToSpeechTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void givesTheSound() {
    web.reply(200, "audio/mpeg", new byte[] {1, 2, (byte) 0xff});

    assertEquals("{'output':'data:audio/mpeg;base64,AQL/'}", Trial.of(new TextToSpeech()).in(web)
        .given("input", "'hello'").given("character", "'nova'").outputsOfRun());
    assertEquals(List.of("speech", "POST /audio/speech application/json "
        + "{\"model\":\"tts-1\",\"input\":\"hello\",\"voice\":\"nova\",\"response_format\":\"mp3\"}"), web.heard());
  }

  @Test
  void passesOnWhatBeginsWithASlash() {
    assertEquals("{'output':'/command'}",
        Trial.of(new TextToSpeech()).in(web).given("input", "'/command'").outputsOfRun());
    assertEquals(List.of(), web.heard());
  }
}
