package io.spellmesh.mesh.attack;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;

/** An address written in ways that somebody who compares carelessly might take for the same. */
final class Spelling {
  private static final String LOOK_ALIKES = "асеорѕυіј";
  private static final String LOOKED_LIKE = "aceopsuij";

  private static final List<BiFunction<Random, String, String>> WAYS = List.of(
      (random, text) -> text.toUpperCase(Locale.ROOT),
      (random, text) -> changed(random, text, at -> String.valueOf(Character.toUpperCase(at))),
      (random, text) -> changed(random, text, Spelling::lookAlike),
      (random, text) -> changed(random, text, at -> "%" + Integer.toHexString(at)),
      (random, text) -> changed(random, text, at -> "%25" + Integer.toHexString(at)),
      (random, text) -> changed(random, text, at -> String.valueOf((char) (at + 0xfee0))),
      (random, text) -> changed(random, text, at -> ""),
      (random, text) -> changed(random, text, at -> "" + at + at),
      (random, text) -> changed(random, text, at -> "?"),
      (random, text) -> changed(random, text, at -> "."),
      (random, text) -> inserted(random, text, "."),
      (random, text) -> inserted(random, text, "\u0000"),
      (random, text) -> inserted(random, text, "\u200b"),
      (random, text) -> inserted(random, text, "\u202e"),
      (random, text) -> inserted(random, text, "\ud800"),
      (random, text) -> inserted(random, text, " "),
      (random, text) -> inserted(random, text, "\n"),
      (random, text) -> inserted(random, text, "\\E.*"),
      (random, text) -> inserted(random, text, "../"),
      (random, text) -> inserted(random, text, "x".repeat(201)),
      (random, text) -> text + "\u0000",
      (random, text) -> text + "x".repeat(Math.max(1, 200 - text.length())),
      (random, text) -> text + "x".repeat(Math.max(1, 201 - text.length())),
      (random, text) -> segment(random, text, "*"),
      (random, text) -> segment(random, text, "#"),
      (random, text) -> segment(random, text, ".*"),
      (random, text) -> segment(random, text, ""),
      (random, text) -> segment(random, text, "null"),
      (random, text) -> segment(random, text, "undefined"),
      (random, text) -> text.replace("-", ""),
      (random, text) -> text.replace('.', '/'),
      (random, text) -> text.substring(0, random.nextInt(text.length())),
      (random, text) -> text.substring(random.nextInt(text.length())),
      (random, text) -> text + "," + text,
      (random, text) -> new StringBuilder(text).reverse().toString());

  private Spelling() {}

  /** Changed in one to three ways, and so never the same. */
  static String of(Random random, String address) {
    String changed = address;
    for (int times = random.nextInt(3); times >= 0 && !changed.isEmpty() || changed.equals(address); times--) {
      changed = WAYS.get(random.nextInt(WAYS.size())).apply(random, changed);
    }
    return changed;
  }

  private interface Change {
    String of(char at);
  }

  private static String changed(Random random, String text, Change change) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + change.of(text.charAt(at)) + text.substring(at + 1);
  }

  private static String lookAlike(char at) {
    int known = LOOKED_LIKE.indexOf(at);
    return String.valueOf(known < 0 ? at : LOOK_ALIKES.charAt(known));
  }

  private static String inserted(Random random, String text, String what) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + what + text.substring(at);
  }

  private static String segment(Random random, String text, String what) {
    String[] segments = text.split("\\.", -1);
    segments[random.nextInt(segments.length)] = what;
    return String.join(".", segments);
  }
}
