package io.spellmesh.nodes.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DiscordVoiceChannelsTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();
  private static final String EVENT = "{'content':'Hi','sender':'Ann','channel':'111111',"
      + "'rawData':{'guildId':'222222','author':{'id':'333333'}}}";

  @Test
  void givesTheChannelsInTheirOrder() {
    web.json("[{'id':'1','type':2,'name':'b','position':2},{'id':'2','type':2,'name':'a','position':1},"
        + "{'id':'3','type':4,'name':'group'}]");

    assertEquals("{'output':[{'id':'2','name':'a'},{'id':'1','name':'b'}]}",
        Trial.of(new DiscordVoiceChannels()).in(web).given("event", EVENT).outputsOfRun());
    assertEquals(List.of("discord", "GET /guilds/222222/channels"), web.heard());
  }
}
