package io.spellmesh.document;

import io.spellmesh.contract.Failure;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a page of a list ended: the number of its last item after a letter for the list. */
enum Cursor {
  STORES("s"),
  DOCUMENTS("d");

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private final String list;

  Cursor(String list) {
    this.list = list;
  }

  String after(long number) {
    return list + number;
  }

  /** @throws Failure BAD_REQUEST, if this list never gave such a cursor */
  long read(Optional<String> after, long first) {
    return after.map(text -> {
      if (!text.startsWith(list) || !NUMBER.matcher(text.substring(list.length())).matches()) {
        throw Failure.badRequest("'after' is not known, must be the 'next' of a page of this list");
      }
      return Long.parseLong(text.substring(list.length()));
    }).orElse(first);
  }
}
