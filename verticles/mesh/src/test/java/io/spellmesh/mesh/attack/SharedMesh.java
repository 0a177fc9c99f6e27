package io.spellmesh.mesh.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every class that does not need settings of its own the same mesh, because a start takes longer than
 * most attacks, and looks after each class for what leaked.
 */
final class SharedMesh implements ParameterResolver, AfterAllCallback {
  /** Its classes take turns: what one attack uses up, another would miss. */
  static final String LOCK = "shared mesh";
  /** After so many failures nobody guesses on; few, because each of them is a hash to compute. */
  static final int LOGIN_FAILURES = 5;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == AttackedMesh.class;
  }

  @Override
  public AttackedMesh resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return of(context);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    of(context).assertNothingLeaked();
  }

  /** JUnit closes it when the last test of all has ended. */
  private static AttackedMesh of(ExtensionContext context) {
    return context.getRoot().getStore(Namespace.create(SharedMesh.class))
        .computeIfAbsent(AttackedMesh.class, any -> start(), AttackedMesh.class);
  }

  private static AttackedMesh start() {
    try {
      return AttackedMesh.start("shared", Map.of(
          "SPELLMESH_USERS_LOGIN_FAILURES", String.valueOf(LOGIN_FAILURES),
          // What is off by default is attacked as well.
          "SPELLMESH_HTTP_XHR", "true",
          // No time in which two tabs may spend one token: the second is a thief at once.
          "SPELLMESH_AUTH_REFRESH_GRACE", "0s"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
