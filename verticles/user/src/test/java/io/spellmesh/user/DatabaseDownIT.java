package io.spellmesh.user;

import static io.spellmesh.user.UserRoom.PASSWORD;
import static io.spellmesh.user.UserRoom.login;
import static io.spellmesh.user.UserRoom.registration;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.user.Users;
import io.spellmesh.contract.user.Users.Exchange;
import io.spellmesh.contract.user.Users.Link;
import io.spellmesh.contract.user.Users.Refresh;
import io.spellmesh.contract.user.Users.SignedIn;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DatabaseDownIT {
  /** Its Vert.x carries the wire between the room and the database, which the test cuts. */
  @AutoClose
  private final TestMember owner = TestMember.start();
  private final URI database = URI.create(owner.member().database().url());
  private final Set<NetSocket> wires = ConcurrentHashMap.newKeySet();
  private NetServer wire = Waiting.await(wire(0));

  @AutoClose
  private final UserRoom room = UserRoom.open(Map.of("database.url",
      "postgresql://" + database.getRawUserInfo() + "@127.0.0.1:" + wire.actualPort() + database.getPath()));

  @Test
  void isToldAsUnavailableForNowAndPassesByItself() {
    SignedIn ada = room.register("ada@example.org");
    int port = wire.actualPort();

    cut();

    List<Failure> failures = List.of(
        room.refusal(Users.REGISTER, registration("eve@example.org")),
        room.refusal(Users.LOGIN, login("ada@example.org", PASSWORD, "127.0.0.1")),
        room.refusal(Users.REFRESH, new Refresh(ada.refreshToken())),
        room.refusal(Users.LINK, new Link("any")),
        room.refusal(Users.EXCHANGE, new Exchange("any")),
        room.refusal(Users.ME, Nothing.NOTHING, ada.accessToken()));
    failures.forEach(failure -> assertEquals(FailureCode.UNAVAILABLE, failure.code(), failure.getMessage()));
    failures.forEach(failure -> assertTrue(failure.retryAfter().isPresent()));

    wire = Waiting.await(wire(port));
    assertEquals(ada.user(), room.ask(Users.REFRESH, new Refresh(ada.refreshToken())).user());
    assertEquals(ada.user(), room.login("ada@example.org").user());
  }

  private Future<NetServer> wire(int port) {
    return owner.vertx().createNetServer().connectHandler(this::carry).listen(port, "127.0.0.1");
  }

  private void carry(NetSocket inner) {
    inner.pause();
    owner.vertx().createNetClient().connect(database.getPort(), database.getHost()).onSuccess(outer -> {
      wires.add(inner);
      inner.closeHandler(_ -> outer.close());
      outer.handler(inner::write).closeHandler(_ -> inner.close());
      inner.handler(outer::write).resume();
    });
  }

  private void cut() {
    Waiting.await(wire.close());
    wires.forEach(NetSocket::close);
  }
}
