package io.spellmesh.nodes.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DiscordLeaveVoiceTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void takesTheBotOutOfThatChannelAlone() {
    web.json("{'guild_id':'222222'}").json("{'channel_id':'555555'}").json("{'id':'999999'}").json("{}");
    leaving("555555").run();
    assertEquals("PATCH /guilds/222222/members/999999 application/json {\"channel_id\":null}", web.heard().getLast());

    web.json("{'guild_id':'222222'}").json("{'channel_id':'555555'}");
    Trial other = leaving("666666");
    other.run();
    assertEquals(List.of("info: the bot was not there"), other.lines());
  }

  @Test
  void saysWhatIsNoChannel() {
    assertEquals("input 'channel': got 'general', needs the id of a channel", leaving("general").failure());
    web.json("{'type':1}");
    assertEquals("the channel 777777 belongs to no server", leaving("777777").failure());
  }

  private Trial leaving(String channel) {
    return Trial.of(new DiscordLeaveVoice()).in(web).given("channel", "'" + channel + "'");
  }
}
