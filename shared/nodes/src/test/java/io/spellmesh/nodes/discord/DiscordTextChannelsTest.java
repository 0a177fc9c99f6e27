package io.spellmesh.nodes.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DiscordTextChannelsTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();
  private static final String EVENT = "{'content':'Hi','sender':'Ann','channel':'111111',"
      + "'rawData':{'guildId':'222222','author':{'id':'333333'}}}";

  @Test
  void givesTheChannelsInTheirOrder() {
    web.json("[{'id':'1','type':0,'name':'b','position':2},{'id':'2','type':0,'name':'a','position':1},"
        + "{'id':'3','type':4,'name':'group'}]");

    assertEquals("{'output':[{'id':'2','name':'a'},{'id':'1','name':'b'}]}",
        Trial.of(new DiscordTextChannels()).in(web).given("event", EVENT).outputsOfRun());
    assertEquals(List.of("discord", "GET /guilds/222222/channels"), web.heard());
  }

  @Test
  void asksTheChannelForTheServerAndReadsWhatCameInAsText() {
    web.json("{'guild_id':'222222'}").json("[]").json("[]");

    Trial.of(new DiscordTextChannels()).in(web).given("event", "{'channel':'111111'}").run();
    Trial.of(new DiscordTextChannels()).in(web).value("event", JsonNodeFactory.instance.objectNode()
        .put("rawData", "{\"guildId\":\"444444\"}")).run();

    assertEquals(List.of("GET /channels/111111", "GET /guilds/222222/channels", "GET /guilds/444444/channels"),
        web.heard().stream().filter(line -> line.startsWith("GET")).toList());
  }

  @Test
  void saysWhatIsNoEventOfDiscord() {
    assertEquals("got an event without a server of Discord, needs one that came from there",
        Trial.of(new DiscordTextChannels()).in(web).given("event", "{'channel':'general'}").failure());
  }
}
