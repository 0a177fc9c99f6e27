package io.spellmesh.nodes.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class GetVoiceChannelForSenderTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();
  private static final String EVENT = "{'content':'Hi','sender':'Ann','channel':'111111',"
      + "'rawData':{'guildId':'222222','author':{'id':'333333'}}}";

  @Test
  void givesWhereTheSenderIs() {
    web.json("{'channel_id':'555555','user_id':'333333'}");

    assertEquals("{'output':'555555'}",
        Trial.of(new GetVoiceChannelForSender()).in(web).given("event", EVENT).outputsOfRun());
    assertEquals("GET /guilds/222222/voice-states/333333", web.heard().get(1));
  }

  @Test
  void givesNothingOfOneWhoIsNowhere() {
    web.reply(404, "application/json", "{\"code\":10065,\"message\":\"Unknown Voice State\"}");

    assertEquals("{}", Trial.of(new GetVoiceChannelForSender()).in(web).given("event", EVENT).outputsOfRun());
  }

  @Test
  void saysWhatDiscordRefuses() {
    web.reply(401, "application/json", "{\"message\":\"401: Unauthorized\"}");

    assertEquals("was answered with status 401: {\"message\":\"401: Unauthorized\"}",
        Trial.of(new GetVoiceChannelForSender()).in(web).given("event", EVENT).failure());
    assertEquals("got an event without a sender of Discord, needs one that came from there", Trial.of(
        new GetVoiceChannelForSender()).in(web).given("event", "{'rawData':{'guildId':'222222'}}").failure());
  }
}
