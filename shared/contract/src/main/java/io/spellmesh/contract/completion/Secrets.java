package io.spellmesh.contract.completion;

import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Keys of a user's own for vendors of models, used for that user's completions in place of the operator's. No answer
 * and no event has one; no run may ask for any of this.
 */
public interface Secrets {
  /** Keeps a key, in place of one kept before. BAD_REQUEST if there is no such vendor. */
  Operation<NewSecret, Secret> KEEP =
      Operation.at("spellmesh.completion.secret-keep", NewSecret.class, Secret.class);
  Operation<Nothing, SecretList> LIST =
      Operation.at("spellmesh.completion.secret-list", Nothing.class, SecretList.class);
  /** Fails with NOT_FOUND if none is kept. */
  Operation<Named, Nothing> FORGET = Operation.at("spellmesh.completion.secret-forget", Named.class, Nothing.class);

  int LONGEST_NAME = 64;

  /**
   * @param name  of the vendor: openai, anthropic, google, ai21, ollama or huggingface
   * @param value 16 to 500 visible ASCII characters
   */
  record NewSecret(String name, String value) {
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]{16,500}");

    public NewSecret {
      checkName(name);
      if (!VALUE.matcher(Objects.requireNonNull(value, "value is missing")).matches()) {
        throw new IllegalArgumentException("value has " + value.length()
            + " characters, must be 16 to 500 without spaces, of ASCII");
      }
    }

    /** Without the value, which no log may show. */
    @Override
    public String toString() {
      return "NewSecret[name=" + name + "]";
    }
  }

  record Named(String name) {
    public Named {
      checkName(name);
    }
  }

  /**
   * @param hint its last four characters
   * @param kept since when
   */
  record Secret(String name, String hint, Instant kept) {}

  record SecretList(List<Secret> items) {}

  private static void checkName(String name) {
    if (Objects.requireNonNull(name, "name is missing").isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "name has " + name.length() + " characters, must have 1 to " + LONGEST_NAME);
    }
  }
}
