package io.spellmesh.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Completions.Text;
import io.spellmesh.contract.completion.Secrets;
import io.spellmesh.contract.completion.Secrets.Named;
import io.spellmesh.contract.completion.Secrets.NewSecret;
import io.spellmesh.contract.completion.Secrets.Secret;
import io.spellmesh.testkit.LoopbackModels;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Keys that users keep, from the bus to a model server and to the database. */
class SecretsIT {
  private static final String OPERATORS = "sk-operators-0123456789";
  private static final String ANNS = "sk-canary-of-ann-0123456789";

  @AutoClose
  private final LoopbackModels models = LoopbackModels.start();
  @AutoClose
  private final TestMember member = TestMember.start(Map.of("completion.openai.base-url", models.url(),
      "completion.openai.api-key", OPERATORS, "completion.openai.retry-delay", "1ms"));

  private final UUID ann = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();

  SecretsIT() {
    member.deploy(new CompletionVerticle(member.member()));
    models.says("well");
  }

  @Test
  void aUsersKeyIsUsedForThatUserAloneInPlaceOfTheOperators() {
    keep(ann, ANNS);

    complete(ann);
    complete(bob);
    Waiting.await(member.ask(ann, Secrets.FORGET, new Named("openai")));
    complete(ann);

    assertEquals(List.of(ANNS, OPERATORS, OPERATORS),
        models.asked().stream().map(asked -> asked.key().orElseThrow()).toList());
  }

  @Test
  void aKeyThatIsKeptAnewTakesTheOnesPlace() {
    keep(ann, ANNS);
    Secret again = keep(ann, ANNS + "-again");

    complete(ann);

    assertEquals("gain", again.hint());
    assertEquals(List.of(again), list(ann));
    assertEquals(Optional.of(ANNS + "-again"), models.asked().getLast().key());
  }

  @Test
  void aListShowsFourCharactersAndNobodyElses() {
    Secret kept = keep(ann, ANNS);

    assertEquals("6789", kept.hint());
    assertEquals(List.of(kept), list(ann));
    assertEquals(List.of(), list(bob));
    assertEquals(FailureCode.NOT_FOUND, failure(bob, new Named("openai")).code());
    assertEquals(1, list(ann).size());
  }

  @Test
  void theDatabaseHoldsNoKeyAndOnePersonsIsNotAnothers() {
    keep(ann, ANNS);
    String row = Waiting.await(member.member().database().pool()
        .query("SELECT secret::text || encode(sealed, 'escape') AS row FROM completion.secret").execute())
        .iterator().next().getString("row");
    Waiting.await(member.member().database().pool().preparedQuery("""
        INSERT INTO completion.secret (owner, name, id, sealed, hint)
        SELECT $1, name, id, sealed, hint FROM completion.secret""").execute(Tuple.of(bob)));

    assertFalse(row.contains("canary"), row);
    Failure refused = Waiting.failureOf(member.ask(bob, Completions.TEXT.operation(), hi()));
    assertEquals(FailureCode.UNPROCESSABLE, refused.code());
    assertTrue(refused.getMessage().contains("cannot be read"), refused.getMessage());
    assertEquals(List.of(), models.asked());
  }

  @Test
  void noRunOfTheUsersMayAskForAnyOfIt() {
    String run = member.member().issuer().issueForRun(ann, UUID.randomUUID());

    assertEquals(FailureCode.UNAUTHENTICATED, Waiting.failureOf(
        member.member().mesh().ask(Secrets.LIST, Nothing.NOTHING, run)).code());
    assertEquals(FailureCode.UNAUTHENTICATED, Waiting.failureOf(
        member.member().mesh().ask(Secrets.KEEP, new NewSecret("openai", ANNS), run)).code());
  }

  @Test
  void aKeyForNobodyIsRefusedByName() {
    Failure refused = Waiting.failureOf(member.ask(ann, Secrets.KEEP, new NewSecret("opnai", ANNS)));

    assertEquals(FailureCode.BAD_REQUEST, refused.code());
    assertEquals("there is no vendor 'opnai', must be one of openai, anthropic, google, ai21, ollama, huggingface",
        refused.getMessage());
    assertFalse(new NewSecret("openai", ANNS).toString().contains(ANNS));
  }

  private Secret keep(UUID user, String value) {
    return Waiting.await(member.ask(user, Secrets.KEEP, new NewSecret("openai", value)));
  }

  private List<Secret> list(UUID user) {
    return Waiting.await(member.ask(user, Secrets.LIST, Nothing.NOTHING)).items();
  }

  private Failure failure(UUID user, Named secret) {
    return Waiting.failureOf(member.ask(user, Secrets.FORGET, secret));
  }

  private void complete(UUID user) {
    Waiting.await(member.ask(user, Completions.TEXT.operation(), hi()));
  }

  private static Text hi() {
    return new Text("Hi", Optional.empty());
  }
}
