package io.spellmesh.completion.secret;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.completion.Secrets.Named;
import io.spellmesh.contract.completion.Secrets.NewSecret;
import io.spellmesh.contract.completion.Secrets.Secret;
import io.spellmesh.contract.completion.Secrets.SecretList;
import io.vertx.core.Future;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose secrets are whose. */
public final class SecretHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SecretHandler.class);

  private final PgSecretStore store;
  private final List<String> names;

  /** @param names of those that there may be */
  public SecretHandler(PgSecretStore store, List<String> names) {
    this.store = store;
    this.names = List.copyOf(names);
  }

  public Future<Secret> keep(Caller caller, NewSecret secret) {
    if (!names.contains(secret.name())) {
      return Future.failedFuture(Failure.badRequest(
          "there is no vendor '" + secret.name() + "', must be one of " + String.join(", ", names)));
    }
    return store.keep(caller.user(), secret.name(), secret.value()).onSuccess(_ ->
        LOG.atInfo().addKeyValue("user", caller.user()).addKeyValue("name", secret.name()).log("secret kept"));
  }

  public Future<SecretList> list(Caller caller, Nothing nothing) {
    return store.list(caller.user()).map(SecretList::new);
  }

  public Future<Nothing> forget(Caller caller, Named secret) {
    return store.forget(caller.user(), secret.name()).map(gone -> {
      if (!gone) {
        throw Failure.notFound("no secret '" + secret.name() + "' is kept");
      }
      LOG.atInfo().addKeyValue("user", caller.user()).addKeyValue("name", secret.name()).log("secret forgotten");
      return Nothing.NOTHING;
    });
  }
}
