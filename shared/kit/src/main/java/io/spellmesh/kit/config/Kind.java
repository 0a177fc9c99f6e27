package io.spellmesh.kit.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a key's default says about the values it takes. */
enum Kind {
  WHOLE("-?[0-9]{1,18}", "a whole number"),
  DECIMAL("-?[0-9]+\\.[0-9]+", "a number"),
  FLAG("true|false", "true or false"),
  DURATION("[0-9]{1,12}(ms|s|m|h|d)", "a time such as 500ms, 10s, 15m, 2h or 30d"),
  SIZE("[0-9]{1,12}(KB|MB|GB)", "a size such as 64KB, 32MB or 2GB"),
  LIST("", "a list"),
  TEXT(".*", "a text");

  private final Pattern form;
  private final String description;

  Kind(String form, String description) {
    this.form = Pattern.compile(form, Pattern.DOTALL);
    this.description = description;
  }

  static Kind of(Setting setting) {
    return switch (setting.value()) {
      case Setting.Items _ -> LIST;
      case Setting.Text(String text) -> ofText(text);
    };
  }

  private static Kind ofText(String text) {
    for (Kind kind : values()) {
      if (kind != LIST && kind.form.matcher(text).matches()) {
        return kind;
      }
    }
    throw new IllegalStateException("every text is a text");
  }

  /** As written in an environment variable: a list with commas. */
  Setting.Value read(String text) {
    return this == LIST ? Setting.Items.ofCommas(text) : new Setting.Text(text);
  }

  /** What is wrong with a value for such a key, if anything is. */
  Optional<String> refuse(Setting.Value value) {
    boolean fits = switch (value) {
      case Setting.Items _ -> this == LIST;
      case Setting.Text(String text) -> this == TEXT
          || this == DECIMAL && WHOLE.form.matcher(text).matches()
          || this == SIZE && WHOLE.form.matcher(text).matches()
          || this != LIST && form.matcher(text).matches();
    };
    return fits ? Optional.empty() : Optional.of("must be " + description);
  }
}
