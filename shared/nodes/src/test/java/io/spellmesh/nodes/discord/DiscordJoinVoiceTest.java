package io.spellmesh.nodes.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DiscordJoinVoiceTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void movesTheBotFromAnotherChannelOfTheServer() {
    web.json("{'guild_id':'222222'}").json("{'channel_id':'555555'}").json("{'id':'999999'}").json("{}");

    joining().run();

    assertEquals("PATCH /guilds/222222/members/999999 application/json {\"channel_id\":\"666666\"}",
        web.heard().getLast());
  }

  @Test
  void doesNothingIfTheBotIsThere() {
    web.json("{'guild_id':'222222'}").json("{'channel_id':'666666'}");

    joining().run();

    assertEquals("GET /guilds/222222/voice-states/@me", web.heard().getLast());
  }

  @Test
  void saysThatItTakesALiveConnectionToEnterFromOutside() {
    web.json("{'guild_id':'222222'}").reply(404, "application/json", "{}");

    assertTrue(joining().failure().contains("that takes an agent's live connection to Discord, and there is none"));
  }

  private Trial joining() {
    return Trial.of(new DiscordJoinVoice()).in(web).given("channel", "'666666'");
  }
}
