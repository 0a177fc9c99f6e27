package io.spellmesh.nodes.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.agent.DiscordVoice.Place;
import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LeaveVoiceChannelsInServerTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();
  private final VoiceRoom room = new VoiceRoom(web);
  private static final String EVENT = "{'content':'Hi','sender':'Ann','channel':'111111',"
      + "'rawData':{'guildId':'222222','author':{'id':'333333'}}}";

  @Test
  void takesTheBotOut() {
    web.json("{'channel_id':'555555'}");

    assertEquals("{'left':true}",
        Trial.of(new LeaveVoiceChannelsInServer()).in(room).given("event", EVENT).outputsOfRun());
    assertEquals(List.of("discord", "GET /guilds/222222/voice-states/@me"), web.heard());
    assertEquals(List.of(new Place("222222", Optional.empty())), room.moves());
  }

  @Test
  void saysThatItWasInNone() {
    web.reply(404, "application/json", "{}");

    assertEquals("{'left':false}",
        Trial.of(new LeaveVoiceChannelsInServer()).in(room).given("event", EVENT).outputsOfRun());
  }
}
