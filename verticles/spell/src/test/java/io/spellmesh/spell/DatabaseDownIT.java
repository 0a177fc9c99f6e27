package io.spellmesh.spell;

import static io.spellmesh.testkit.Waiting.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.spell.Spells.NewSpell;
import io.spellmesh.contract.spell.Spells.Some;
import io.spellmesh.testkit.TestMember;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DatabaseDownIT {
  private final UUID user = UUID.randomUUID();

  @AutoClose
  private final TestMember behind = TestMember.start();

  @Test
  void asksToComeBackWhileTheDatabaseIsGone() {
    URI real = URI.create(behind.member().database().url());
    Vertx vertx = behind.vertx();
    NetClient client = vertx.createNetClient();
    NetServer proxy = await(vertx.createNetServer().connectHandler(socket -> join(client, real, socket))
        .listen(0, "127.0.0.1"));
    String throughProxy = "postgresql://" + real.getRawUserInfo() + "@127.0.0.1:" + proxy.actualPort()
        + real.getPath();

    try (SpellRoom room = SpellRoom.open(Map.of("database.url", throughProxy))) {
      room.create(user, "a");
      await(proxy.close());
      // Closing a server stops its listening; the connections it has made go with the client's.
      await(client.close());

      List<Failure> failures = List.of(
          room.refusal(user, Spells.LIST, new Some(Optional.empty(), Optional.empty(), Page.first())),
          room.refusal(user, Spells.GET, SpellRoom.newest(UUID.randomUUID())),
          room.refusal(user, Spells.PROJECT_LIST, Page.first()),
          room.refusal(user, Spells.CREATE,
              new NewSpell("b", Optional.empty(), SpellRoom.graph("{\"nodes\":{}}"))));

      for (Failure failure : failures) {
        assertEquals(FailureCode.UNAVAILABLE, failure.code(), failure.getMessage());
        assertTrue(failure.retryAfter().isPresent());
      }
    }
  }

  private static void join(NetClient client, URI real, NetSocket socket) {
    socket.pause();
    Future<NetSocket> connected = client.connect(real.getPort(), real.getHost());
    connected.onSuccess(other -> {
      socket.pipeTo(other);
      other.pipeTo(socket);
    }).onFailure(_ -> socket.close());
  }
}
