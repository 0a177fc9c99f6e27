package io.spellmesh.agent.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.agent.AgentVerticle;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.agent.DiscordVoice;
import io.spellmesh.contract.agent.DiscordVoice.Place;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bot in voice channels, by real sockets to a Discord on this machine. */
class DiscordVoiceIT {
  private static final String SERVER = "222222";
  private static final String OTHER_SERVER = "223333";
  private static final String CHANNEL = "666666";
  private static final String OTHER = "777777";

  @AutoClose
  private final LoopbackDiscord discord = new LoopbackDiscord();
  private final List<TestMember> members = new ArrayList<>();
  private final UUID ann = UUID.randomUUID();

  private TestMember process(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(discord.settings());
    all.putAll(settings);
    TestMember member = TestMember.start(all);
    members.add(member);
    member.deploy(new AgentVerticle(member.member()));
    return member;
  }

  private TestMember process() {
    return process(Map.of());
  }

  @AfterEach
  void end() {
    members.forEach(TestMember::close);
  }

  private Future<Nothing> asked(TestMember member, String server, String channel) {
    return member.ask(ann, DiscordVoice.MOVE,
        new Place(server, Optional.of(channel).filter(id -> !id.equals("none"))));
  }

  private void move(TestMember member, String server, String channel) {
    Waiting.await(asked(member, server, channel));
    assertEquals(channel, discord.channelIn(server));
  }

  @Test
  void entersFromOutsideMovesAndLeavesByOneConnection() {
    TestMember member = process();

    move(member, SERVER, CHANNEL);
    move(member, SERVER, CHANNEL);
    move(member, SERVER, OTHER);
    move(member, OTHER_SERVER, CHANNEL);
    move(member, SERVER, "none");
    assertEquals(1, discord.connections());
    move(member, OTHER_SERVER, "none");

    Waiting.until(() -> discord.connections() == 0);
    assertEquals(List.of("GET /api/v10/gateway/bot", "socket /?v=10&encoding=json", "identify 129 spellmesh",
        "voice 222222 666666", "voice 222222 777777", "voice 223333 666666", "voice 222222 null", "voice 223333 null",
        "closed 1000"), discord.heard());
  }

  @Test
  void manyAtOnceShareTheConnection() {
    TestMember member = process();

    Waiting.await(Future.all(asked(member, SERVER, CHANNEL), asked(member, OTHER_SERVER, OTHER)));

    assertEquals(1, discord.count("identify"));
    assertEquals(CHANNEL, discord.channelIn(SERVER));
    assertEquals(OTHER, discord.channelIn(OTHER_SERVER));
  }

  @Test
  void resumesAfterALostSocketAndAfterBeingAskedTo() {
    TestMember member = process();
    move(member, SERVER, CHANNEL);

    discord.cut();
    Waiting.until(() -> discord.count("resume s1 3") == 1 && discord.connections() == 1);
    discord.sendAll("{\"op\":7,\"d\":null}");
    Waiting.until(() -> discord.count("resume s1 4") == 1);

    move(member, SERVER, OTHER);
    assertEquals(1, discord.count("identify"));
    assertEquals("s1", discord.voices().get(SERVER).session());
  }

  @Test
  void connectsAgainWhenHeartbeatsAreNotAnswered() {
    discord.beatEvery(300);
    discord.beDeaf();
    TestMember member = process();
    move(member, SERVER, CHANNEL);

    Waiting.until(() -> discord.count("resume s1") > 0);
    discord.hearAgain();

    move(member, SERVER, OTHER);
    assertEquals(1, discord.count("identify"));
  }

  @Test
  void beginsAnewAndEntersAgainWhenDiscordHasForgotten() {
    TestMember member = process();
    move(member, SERVER, CHANNEL);

    discord.forgetSessions();
    discord.cut();

    Waiting.until(() -> discord.voices().get(SERVER).session().equals("s2"));
    assertEquals(1, discord.count("resume"));
    assertEquals(2, discord.count("voice 222222 666666"));
    move(member, SERVER, "none");
    Waiting.until(() -> discord.connections() == 0);
  }

  @ParameterizedTest
  @CsvSource({"4004, configure connectors.discord.key", "4014, allow it these intents", "4011, shards"})
  void saysWhyDiscordRefusesTheBot(int closeCode, String said) {
    discord.refuse(closeCode);

    Failure failure = Waiting.failureOf(asked(process(), SERVER, CHANNEL));

    assertTrue(failure.getMessage().contains(said), failure.getMessage());
    assertEquals(closeCode == 4011 ? FailureCode.UNAVAILABLE : FailureCode.FORBIDDEN, failure.code());
    assertEquals(1, discord.count("identify"));
  }

  @Test
  void saysWhatIsWrongWithTheSettings() {
    Failure unknown = Waiting.failureOf(
        asked(process(Map.of("connectors.discord.key", "an-old-token")), SERVER, CHANNEL));
    assertEquals(FailureCode.FORBIDDEN, unknown.code());
    assertTrue(unknown.getMessage().contains("configure connectors.discord.key"), unknown.getMessage());
    assertEquals(List.of("GET /api/v10/gateway/bot"), discord.heard());

    Failure none = Waiting.failureOf(asked(process(Map.of("connectors.discord.key", "")), SERVER, CHANNEL));
    assertEquals(FailureCode.UNAVAILABLE, none.code());
    assertEquals("needs a service that is not set up; configure connectors.discord.key", none.getMessage());
  }

  @Test
  void saysThatItIsNotLetIntoAChannelAndGoes() {
    discord.shut(CHANNEL);

    // Long enough to connect on a busy machine: what is waited for in vain is the channel.
    Failure failure = Waiting.failureOf(asked(process(Map.of("agent.voice-wait", "5s")), SERVER, CHANNEL));

    assertEquals(FailureCode.TIMED_OUT, failure.code());
    assertEquals("Discord did not let the bot into the channel 666666 within 5.0 s; the bot may lack the permission "
        + "to view or connect to it, or it is full", failure.getMessage());
    Waiting.until(() -> discord.connections() == 0);
    assertEquals("closed 1000", discord.heard().getLast());
  }

  @Test
  void saysThatDiscordNeverAnswered() {
    discord.fallSilent();

    Failure failure = Waiting.failureOf(asked(process(Map.of("agent.voice-wait", "1s")), SERVER, CHANNEL));

    assertEquals(FailureCode.TIMED_OUT, failure.code());
    assertTrue(failure.getMessage().startsWith("no connection to Discord came about within 1.0 s"),
        failure.getMessage());
    Waiting.until(() -> discord.connections() == 0);
  }

  @Test
  void takesTheTokenNowhereElseAndLeavesSessionsToOthers() {
    TestMember member = process();

    discord.nameGateway("ws://localhost:1");
    assertEquals(FailureCode.FORBIDDEN, Waiting.failureOf(asked(member, SERVER, CHANNEL)).code());

    discord.leave(100);
    Failure spent = Waiting.failureOf(asked(member, SERVER, CHANNEL));
    assertEquals(FailureCode.TOO_MANY, spent.code());
    assertEquals(0, discord.count("identify"));
  }

  @Test
  void endsTheConnectionWhenAPersonTakesTheBotOut() {
    TestMember member = process();
    move(member, SERVER, CHANNEL);

    discord.drag(SERVER, "none");

    Waiting.until(() -> discord.connections() == 0);
  }

  @Test
  void anotherProcessTakesOverAndAnyTakesTheBotOut() {
    TestMember one = process();
    TestMember two = process();
    move(one, SERVER, CHANNEL);

    move(two, SERVER, OTHER);
    Waiting.until(() -> discord.connections() == 1);
    assertEquals("s2", discord.voices().get(SERVER).session());
    move(one, SERVER, "none");

    Waiting.until(() -> discord.connections() == 0);
    assertEquals(1, discord.count("PATCH /api/v10/guilds/222222/members/999999 {\"channel_id\":null}"));
  }

  @Test
  void doesNotComeAndGoForEver() {
    TestMember member = process();
    for (int move = 0; move < 30; move++) {
      move(member, SERVER, CHANNEL);
      move(member, SERVER, OTHER);
    }

    assertEquals(FailureCode.TOO_MANY, Waiting.failureOf(asked(member, SERVER, CHANNEL)).code());
    assertEquals(OTHER, discord.channelIn(SERVER));
  }

  @Test
  void leavesWithItsProcess() {
    TestMember member = process();
    move(member, SERVER, CHANNEL);

    member.vertx().deploymentIDs().forEach(id -> Waiting.await(member.vertx().undeploy(id)));

    Waiting.until(() -> discord.connections() == 0);
    assertEquals(Map.of(), discord.voices());
  }
}
