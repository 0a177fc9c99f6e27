package io.spellmesh.nodes.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.agent.DiscordVoice.Place;
import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DiscordLeaveVoiceTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();
  private final VoiceRoom room = new VoiceRoom(web);

  @Test
  void takesTheBotOutOfThatChannelAlone() {
    web.json("{'guild_id':'222222'}").json("{'channel_id':'555555'}");
    leaving("555555").run();
    assertEquals(List.of(new Place("222222", Optional.empty())), room.moves());

    web.json("{'guild_id':'222222'}").json("{'channel_id':'555555'}");
    Trial other = leaving("666666");
    other.run();
    assertEquals(List.of("info: the bot was not there"), other.lines());
    assertEquals(1, room.moves().size());
  }

  @Test
  void saysWhatIsNoChannel() {
    assertEquals("input 'channel': got 'general', needs the id of a channel", leaving("general").failure());
    web.json("{'type':1}");
    assertEquals("the channel 777777 belongs to no server", leaving("777777").failure());
  }

  private Trial leaving(String channel) {
    return Trial.of(new DiscordLeaveVoice()).in(room).given("channel", "'" + channel + "'");
  }
}
