package io.spellmesh.user;

import java.text.Normalizer;
import java.util.Locale;

/**
 * An e-mail address as it is compared and stored: one spelling of each character, lower case.
 *
 * @param text never contains what PostgreSQL refuses in a text: no NUL, no half of a surrogate pair
 */
record Email(String text) {
  /** Addresses of this domain are made by the program itself; nobody may register one. */
  private static final String RESERVED = "@spellmesh.local";
  static final Email OWNER = new Email("owner" + RESERVED);

  static Email of(String written) {
    String lower = Normalizer.normalize(written, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return new Email(Texts.storable(Normalizer.normalize(lower, Normalizer.Form.NFC)));
  }

  boolean isReserved() {
    return text.endsWith(RESERVED);
  }
}
