package io.spellmesh.testkit;

import static io.spellmesh.testkit.Waiting.await;
import static io.spellmesh.testkit.Waiting.failureOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import io.spellmesh.kit.config.ConfigurationException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Row;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TestMemberIT {
  private static final Operation<Nothing, Told> WHO =
      Operation.at("spellmesh.testkit.who", Nothing.class, Told.class);

  record Told(UUID user) {}

  @AutoClose
  private final TestMember member = TestMember.start();

  @Test
  void answersItsOwnOperationsToWhomTheTokenNames() {
    UUID user = UUID.randomUUID();
    member.deploy(new VerticleBase() {
      @Override
      public Future<?> start() {
        return member.member().serving()
            .serve(WHO, (caller, _) -> Future.succeededFuture(new Told(caller.user())));
      }
    });

    assertEquals(new Told(user), await(member.ask(user, WHO, Nothing.NOTHING)));
    Failure refused = failureOf(member.member().mesh().ask(WHO, Nothing.NOTHING, "forged"));
    assertEquals(FailureCode.UNAUTHENTICATED, refused.code());
  }

  @Test
  void seesNothingOfAnotherTestsDatabase() {
    await(member.member().database().pool().query("CREATE TABLE mine (n int)").execute());

    try (TestMember other = TestMember.start()) {
      assertEquals(0L, query(other, "SELECT count(*) FROM pg_tables WHERE tablename = 'mine'").getLong(0));
      assertEquals(1L, query(member, "SELECT count(*) FROM pg_tables WHERE tablename = 'mine'").getLong(0));
    }
  }

  @Test
  void leavesNoDatabaseBehind() {
    TestMember other = TestMember.start();
    String name = query(other, "SELECT current_database()").getString(0);
    other.close();

    Row count = query(member, "SELECT count(*) FROM pg_database WHERE datname = '" + name + "'");
    assertEquals(0L, count.getLong(0));
  }

  @Test
  void refusesSettingsThatDoNotExist() {
    ConfigurationException refused = assertThrows(ConfigurationException.class,
        () -> TestMember.start(Map.of("users.singup", "open")));

    assertTrue(refused.getMessage().contains("users.signup"), refused.getMessage());
  }

  private static Row query(TestMember member, String sql) {
    return await(member.member().database().pool().query(sql).execute()).iterator().next();
  }
}
