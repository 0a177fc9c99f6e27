package io.spellmesh.nodes.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.NodeFailure;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A feed as a list of objects.
 *
 * @see <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">Atom</a>
 */
final class Feed {
  /** Under which name each element goes; the first of an entry counts. */
  private static final Map<String, String> FIELDS = Map.of("title", "title", "link", "link", "pubDate", "date",
      "published", "date", "updated", "date", "description", "content", "summary", "content", "content", "content");
  private static final int MOST_ENTRIES = 1000;

  private Feed() {}

  /** @throws NodeFailure if it is no feed */
  static ArrayNode entries(String xml) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // Nothing that the feed names is fetched, and nothing unfolds.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml.strip()));
      while (reader.hasNext() && entries.size() < MOST_ENTRIES) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && List.of("item", "entry").contains(reader.getLocalName())) {
          entries.add(entry(reader));
        }
      }
    } catch (XMLStreamException wrong) {
      throw new NodeFailure(FailureCode.PROVIDER_FAILED, "was answered with what is no feed, in line "
          + wrong.getLocation().getLineNumber());
    }
    return entries;
  }

  private static ObjectNode entry(XMLStreamReader reader) throws XMLStreamException {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    int depth = 1;
    while (depth > 0) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        String field = depth == 1 && isPlain(reader) ? FIELDS.getOrDefault(reader.getLocalName(), "") : "";
        if (field.isEmpty()) {
          depth++;
        } else {
          String reference = Optional.ofNullable(reader.getAttributeValue(null, "href")).orElse("");
          String value = reference + text(reader);
          if (!entry.has(field)) {
            entry.put(field, value.strip());
          }
        }
      }
    }
    return entry;
  }

  /** Of RSS, which has no namespace, or of Atom; not of one that adds to them. */
  private static boolean isPlain(XMLStreamReader reader) {
    String space = Optional.ofNullable(reader.getNamespaceURI()).orElse("");
    return space.isEmpty() || space.equals("http://www.w3.org/2005/Atom");
  }

  /** All the text inside an element, which may be XHTML. */
  private static String text(XMLStreamReader reader) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
        default -> { }
      }
    }
    return text.toString();
  }
}
