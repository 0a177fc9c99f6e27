package io.spellmesh.nodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SpeechToTextTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void givesWhatWasSaid() {
    web.json("{'text':'hello'}").json("{'text':'again'}");

    assertEquals("{'output':'hello'}",
        Trial.of(new SpeechToText()).in(web).given("audio", "'data:audio/mpeg;base64,c291bmQ='").outputsOfRun());
    assertEquals("{'output':'again'}",
        Trial.of(new SpeechToText()).in(web).given("audio", "'c291bmQ='").outputsOfRun());
    String boundary = "spellmesh-part-of-a-form-7d1f0a";
    assertEquals("POST /audio/transcriptions multipart/form-data; boundary=" + boundary + " --" + boundary
        + "\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper-1\r\n--" + boundary
        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"speech.mp3\"\r\n"
        + "Content-Type: application/octet-stream\r\n\r\nsound\r\n--" + boundary + "--", web.heard().get(1));
  }

  @Test
  void saysThatItNeedsSound() {
    assertEquals("input 'audio': got what is no base64, needs sound as a data: address or in base64",
        Trial.of(new SpeechToText()).in(web).given("audio", "'#'").failure());
  }
}
