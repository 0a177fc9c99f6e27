package io.spellmesh.nodes.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.Values;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as people write them, and as they are sent: as browsers do it, and as the libraries of older spells did. */
final class Address {
  /** What comes before path, query and fragment. A host is never rewritten: who it is must be seen. */
  private static final Pattern HOST = Pattern.compile("[^/?#]*//[^/?#]*");
  /** What an address cannot have, and means nothing in it. */
  private static final Pattern ENCODED = Pattern.compile("[ \"<>^`{|}]|[^\\x00-\\x7f]+");

  private Address() {}

  /** Without a fragment, which is for browsers alone. */
  static String of(String written) {
    String address = written.strip();
    int fragment = address.indexOf('#');
    String sent = fragment < 0 ? address : address.substring(0, fragment);
    Matcher host = HOST.matcher(sent);
    int path = host.lookingAt() ? host.end() : sent.length();
    return sent.substring(0, path)
        + ENCODED.matcher(sent.substring(path)).replaceAll(found -> Answers.encoded(found.group()));
  }

  static String withQuery(String address, ObjectNode values) {
    StringBuilder whole = new StringBuilder(address);
    for (Map.Entry<String, JsonNode> value : values.properties()) {
      whole.append(whole.indexOf("?") < 0 ? '?' : '&').append(Answers.encoded(value.getKey()))
          .append('=').append(Answers.encoded(Values.text(value.getValue())));
    }
    return whole.toString();
  }
}
