package io.spellmesh.spell;

import io.spellmesh.contract.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of a list ended: the number of its last item, in a form that invites no arithmetic. */
enum Cursor {
  PROJECTS("p"),
  SPELLS("s"),
  VERSIONS("v");

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final int LONGEST = 40;

  private final String list;

  Cursor(String list) {
    this.list = list;
  }

  String after(long number) {
    byte[] text = (list + number).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /**
   * @return the number of the last item the asker has, {@code first} if it asks for the first page
   * @throws Failure BAD_REQUEST, if this list never gave such a cursor
   */
  long read(Optional<String> after, long first) {
    return after.map(this::number).orElse(first);
  }

  private long number(String after) {
    String text = after.length() > LONGEST ? "" : decoded(after);
    Matcher number = NUMBER.matcher(text.startsWith(list) ? text.substring(list.length()) : "");
    if (!number.matches()) {
      throw unknown();
    }
    return Long.parseLong(number.group());
  }

  static Failure unknown() {
    return Failure.badRequest("'after' is not known, must be the 'next' of a page of this list");
  }

  static String decoded(String after) {
    try {
      return new String(Base64.getUrlDecoder().decode(after), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}
