package io.spellmesh.nodes.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LeaveVoiceChannelsInServerTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();
  private static final String EVENT = "{'content':'Hi','sender':'Ann','channel':'111111',"
      + "'rawData':{'guildId':'222222','author':{'id':'333333'}}}";

  @Test
  void takesTheBotOut() {
    web.json("{'channel_id':'555555'}").json("{'id':'999999'}").json("{}");

    assertEquals("{'left':true}",
        Trial.of(new LeaveVoiceChannelsInServer()).in(web).given("event", EVENT).outputsOfRun());
    assertEquals(List.of("GET /guilds/222222/voice-states/@me", "GET /users/@me",
        "PATCH /guilds/222222/members/999999 application/json {\"channel_id\":null}"),
        web.heard().stream().filter(line -> !line.equals("discord")).toList());
  }

  @Test
  void saysThatItWasInNone() {
    web.reply(404, "application/json", "{}");

    assertEquals("{'left':false}",
        Trial.of(new LeaveVoiceChannelsInServer()).in(web).given("event", EVENT).outputsOfRun());
  }
}
