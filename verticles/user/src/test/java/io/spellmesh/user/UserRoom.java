package io.spellmesh.user;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.user.Users;
import io.spellmesh.contract.user.Users.Login;
import io.spellmesh.contract.user.Users.Register;
import io.spellmesh.contract.user.Users.SignedIn;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One process that serves this room, and what tests say to it over the bus. */
final class UserRoom implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";

  private final TestMember member;

  private UserRoom(TestMember member, Optional<String> linkCode) {
    this.member = member;
    member.deploy(new UserVerticle(member.member(), UserConfig.read(member.member().settings()), linkCode));
  }

  static UserRoom open() {
    return open(Map.of());
  }

  static UserRoom open(Map<String, String> settings) {
    return new UserRoom(TestMember.start(settings), Optional.empty());
  }

  static UserRoom openWithLink(String code) {
    return new UserRoom(TestMember.start(), Optional.of(code));
  }

  /** Another process on the same database. */
  UserRoom another(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("database.url", member.member().database().url());
    return open(all);
  }

  TestMember member() {
    return member;
  }

  <Q, A> Future<A> asking(Operation<Q, A> operation, Q question) {
    return member.member().mesh().ask(operation, question);
  }

  <Q, A> A ask(Operation<Q, A> operation, Q question) {
    return Waiting.await(asking(operation, question));
  }

  <Q, A> A ask(Operation<Q, A> operation, Q question, String token) {
    return Waiting.await(member.member().mesh().ask(operation, question, token));
  }

  <A> A ask(Operation<Nothing, A> operation, String token) {
    return ask(operation, Nothing.NOTHING, token);
  }

  <Q> Failure refusal(Operation<Q, ?> operation, Q question) {
    return Waiting.failureOf(asking(operation, question));
  }

  <Q> Failure refusal(Operation<Q, ?> operation, Q question, String token) {
    return Waiting.failureOf(member.member().mesh().ask(operation, question, token));
  }

  SignedIn register(String email) {
    return ask(Users.REGISTER, registration(email));
  }

  static Register registration(String email) {
    return new Register(email, PASSWORD, Optional.empty(), Optional.of("127.0.0.1"));
  }

  static Login login(String email, String password, String address) {
    return new Login(email, password, Optional.of(address));
  }

  SignedIn login(String email) {
    return ask(Users.LOGIN, login(email, PASSWORD, "127.0.0.1"));
  }

  /** Returns when the token is refused: at once, or after some word of what was revoked has come. */
  void awaitRefused(String token) {
    Promise<Void> refused = Promise.promise();
    MessageConsumer<Object> words = member.vertx().eventBus().consumer(Addresses.revocations());
    words.handler(_ -> tryToken(token, refused));
    tryToken(token, refused);
    Waiting.await(refused.future().eventually(words::unregister));
  }

  private void tryToken(String token, Promise<Void> refused) {
    member.member().mesh().ask(Users.ME, Nothing.NOTHING, token).onFailure(failure -> {
      if (((Failure) failure).code() == FailureCode.UNAUTHENTICATED) {
        refused.tryComplete();
      }
    });
  }

  RowSet<Row> sql(String statement, Object... values) {
    return Waiting.await(member.member().database().pool().preparedQuery(statement)
        .execute(Tuple.from(values)));
  }

  @Override
  public void close() {
    member.close();
  }
}
