package io.spellmesh.completion;

import java.util.regex.Pattern;

/**
 * Models that spells of earlier years name and that their vendors no longer have. Whose server is the vendor's own
 * is asked for its usual model in their place; a server of the operator's is asked for what the spell says.
 */
final class OldModels {
  private static final Pattern GONE = Pattern.compile("vanilla-jumbo|gpt-j-6b.*|localmodel|j[12]-.*"
      + "|(text-|code-|text-embedding-)?(davinci|curie|babbage|ada)(-(?!002).*)?|davinvci.*|(text|code)-davinci-002"
      + "|(curie|davinci)-instruct-beta|claude-(1|2|instant)([.-].*)?|(chat|text)-bison.*|embedding-gecko.*");

  private OldModels() {}

  static boolean has(String name) {
    return GONE.matcher(name).matches();
  }
}
