package io.spellmesh.nodes.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.agent.DiscordVoice.Place;
import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DiscordJoinVoiceTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  private final VoiceRoom room = new VoiceRoom(web);

  @Test
  void bringsTheBotInFromOutside() {
    web.json("{'type':2,'guild_id':'222222'}").reply(404, "application/json", "{\"code\":10065}");

    joining().run();

    assertEquals(List.of(new Place("222222", Optional.of("666666"))), room.moves());
  }

  @Test
  void bringsItFromAnotherChannelOfTheServer() {
    web.json("{'type':13,'guild_id':'222222'}").json("{'channel_id':'555555'}");

    joining().run();

    assertEquals(List.of(new Place("222222", Optional.of("666666"))), room.moves());
  }

  @Test
  void doesNothingIfTheBotIsThere() {
    web.json("{'type':2,'guild_id':'222222'}").json("{'channel_id':'666666'}");

    joining().run();

    assertEquals("GET /guilds/222222/voice-states/@me", web.heard().getLast());
    assertEquals(List.of(), room.moves());
  }

  @Test
  void saysWhyItIsNotLetIn() {
    web.json("{'type':0,'guild_id':'222222'}");
    assertEquals("the channel 666666 is no voice channel", joining().failure());

    web.reply(403, "application/json", "{\"message\":\"Missing Access\",\"code\":50001}");
    assertEquals("was answered with status 403: {\"message\":\"Missing Access\",\"code\":50001}",
        joining().failure());

    web.json("{'type':2,'guild_id':'222222'}").reply(404, "application/json", "{}");
    room.refusing(new Failure(FailureCode.TIMED_OUT, "Discord did not let the bot in"));
    assertEquals("Discord did not let the bot in", assertThrows(Failure.class, joining()::run).getMessage());
  }

  private Trial joining() {
    return Trial.of(new DiscordJoinVoice()).in(room).given("channel", "'666666'");
  }
}
