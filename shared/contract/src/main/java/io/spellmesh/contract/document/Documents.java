package io.spellmesh.contract.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Texts to be found again by what they say; each user's own. A document is cut into passages of at most 1,000
 * characters, and it is passages that a search finds. Texts have no U+0000, which the database cannot keep.
 */
public interface Documents {
  /** Fails with NOT_FOUND for an unknown store, and with TOO_MANY if there is too much already. */
  Operation<NewDocument, Document> SET =
      Operation.at("spellmesh.document.set", NewDocument.class, Document.class).withPatience(Duration.ofSeconds(120));
  /** All of them or none. Fails as {@link #SET} does. */
  Operation<Many, DocumentList> SET_MANY =
      Operation.at("spellmesh.document.set-many", Many.class, DocumentList.class).withPatience(Duration.ofSeconds(300));
  /** With its content. Fails with NOT_FOUND for one that is unknown, or another's. */
  Operation<Which, Document> GET = Operation.at("spellmesh.document.get", Which.class, Document.class);
  /** Newest first, without contents. */
  Operation<Some, DocumentPage> LIST = Operation.at("spellmesh.document.list", Some.class, DocumentPage.class);
  /** Fails as {@link #GET} does, and as {@link #SET} does. */
  Operation<Edit, Document> EDIT =
      Operation.at("spellmesh.document.edit", Edit.class, Document.class).withPatience(Duration.ofSeconds(120));
  /** Fails as {@link #GET} does. */
  Operation<Which, Nothing> DELETE = Operation.at("spellmesh.document.delete", Which.class, Nothing.class);
  /** Passages of documents that are included. */
  Operation<Search, Found> SEARCH =
      Operation.at("spellmesh.document.search", Search.class, Found.class).withPatience(Duration.ofSeconds(30));

  int LONGEST_CONTENT = 1_000_000;
  int LONGEST_DESCRIPTION = 10_000;
  int LONGEST_NAME = 1_000;
  int LONGEST_QUERY = 10_000;
  int MOST_AT_ONCE = 500;
  /** Characters of all contents that are set at once. */
  int MOST_CHARACTERS_AT_ONCE = 4_000_000;
  int MOST_FOUND = 200;
  int MOST_NUMBERS = 8_192;

  /**
   * @param store       in which it lies; absent means in none
   * @param title       at most 1,000 characters, as are keywords, type and key
   * @param description at most 10,000 characters
   * @param content     plain text or Markdown, 1 to 1,000,000 characters
   * @param type        what kind it is; compared in lower case
   * @param included    whether a search finds it; absent means that it does
   * @param date        of what it tells; absent means now
   * @param embedding   where it lies as a whole, 1 to 8,192 numbers; absent means that each passage is placed by the
   *                    model that is set up
   * @param key         makes it safe to set again: of documents with one key the first is kept
   */
  record NewDocument(Optional<UUID> store, Optional<String> title, Optional<String> description,
      Optional<String> keywords, String content, Optional<String> type, Optional<Boolean> included,
      Optional<Instant> date, Optional<List<Double>> embedding, Optional<String> key) {
    public NewDocument {
      requireContent(content);
      heading(title, description, keywords);
      requireName("type", type);
      requireName("key", key);
      embedding = embedding.map(Documents::embedding);
    }
  }

  /** @param documents 1 to 500, with at most 4,000,000 characters in their contents together */
  record Many(List<NewDocument> documents) {
    public Many {
      documents = List.copyOf(Objects.requireNonNull(documents, "documents are missing"));
      if (documents.isEmpty() || documents.size() > MOST_AT_ONCE) {
        throw new IllegalArgumentException(
            "documents are " + documents.size() + ", must be 1 to " + MOST_AT_ONCE + " at once");
      }
      long characters = documents.stream().mapToLong(document -> document.content().length()).sum();
      if (characters > MOST_CHARACTERS_AT_ONCE) {
        throw new IllegalArgumentException("documents have " + characters
            + " characters together, must have at most " + MOST_CHARACTERS_AT_ONCE + " at once");
      }
    }
  }

  /**
   * @param content  absent in lists and in what a search finds
   * @param passages how many it was cut into
   * @param placed   how many of them have an embedding, by which they are found by nearness
   */
  record Document(UUID id, Optional<UUID> store, Optional<String> title, Optional<String> description,
      Optional<String> keywords, Optional<String> content, Optional<String> type, boolean included, Instant date,
      int passages, int placed) {}

  record DocumentList(List<Document> items) {
    public DocumentList {
      items = List.copyOf(items);
    }
  }

  /** @param next where the list goes on; absent at its end */
  record DocumentPage(List<Document> items, Optional<String> next) {
    public DocumentPage {
      items = List.copyOf(items);
    }
  }

  record Which(UUID document) {
    public Which {
      Objects.requireNonNull(document, "document is missing");
    }
  }

  /** @param store absent means in all, and in none */
  record Some(Optional<UUID> store, Optional<String> type, Page page) {
    public Some {
      requireName("type", type);
    }
  }

  /** What is absent stays as it is. Bounds are those of {@link NewDocument}. */
  record Edit(UUID document, Optional<UUID> store, Optional<String> title, Optional<String> description,
      Optional<String> keywords, Optional<String> content, Optional<String> type, Optional<Boolean> included) {
    public Edit {
      Objects.requireNonNull(document, "document is missing");
      content.ifPresent(Documents::requireContent);
      heading(title, description, keywords);
      requireName("type", type);
    }
  }

  /**
   * With a text, passages that have its words and those that lie near it, both together; with {@code near}, the nearest
   * to this. With neither, the newest.
   *
   * @param text    1 to 10,000 characters
   * @param by      absent means by both
   * @param near    an embedding to compare with in place of the text's own
   * @param atLeast the least nearness of what is found, -1 to 1; leaves out what has none
   * @param all     whether documents that are not included are found, too
   * @param count   how many passages, 1 to 200; absent means 10
   */
  record Search(Optional<String> text, Optional<By> by, Optional<List<Double>> near, Optional<UUID> store,
      Optional<String> type, Optional<Double> atLeast, Optional<Boolean> all, Optional<Integer> count) {
    public Search {
      text.ifPresent(given -> requireText("text", given, LONGEST_QUERY));
      near = near.map(Documents::embedding);
      requireName("type", type);
      if (atLeast.filter(least -> !(least >= -1 && least <= 1)).isPresent()) {
        throw new IllegalArgumentException("atLeast is " + atLeast.get() + ", must be -1 to 1");
      }
      if (atLeast.isPresent() && text.isEmpty() && near.isEmpty()) {
        throw new IllegalArgumentException("atLeast is given without a text or near, to which something could be near");
      }
      if (count.filter(number -> number < 1 || number > MOST_FOUND).isPresent()) {
        throw new IllegalArgumentException("count is " + count.get() + ", must be 1 to " + MOST_FOUND);
      }
    }
  }

  /** By what a text is searched for. */
  enum By {
    @JsonProperty("words") WORDS,
    @JsonProperty("nearness") NEARNESS,
    @JsonProperty("both") BOTH
  }

  /**
   * @param passage  what of it was found
   * @param nearness 1 for the same direction to -1 for the opposite; absent if it was found by its words alone
   */
  record Hit(Document document, String passage, Optional<Double> nearness) {}

  /** The best first. */
  record Found(List<Hit> items) {
    public Found {
      items = List.copyOf(items);
    }
  }

  private static void heading(Optional<String> title, Optional<String> description, Optional<String> keywords) {
    requireName("title", title);
    description.ifPresent(text -> requireText("description", text, LONGEST_DESCRIPTION));
    requireName("keywords", keywords);
  }

  private static void requireName(String name, Optional<String> text) {
    text.ifPresent(given -> requireText(name, given, LONGEST_NAME));
  }

  private static void requireContent(String content) {
    requireText("content", content, LONGEST_CONTENT);
    if (content.isBlank()) {
      throw new IllegalArgumentException("content is empty");
    }
  }

  private static List<Double> embedding(List<Double> numbers) {
    if (numbers.isEmpty() || numbers.size() > MOST_NUMBERS) {
      throw new IllegalArgumentException(
          "an embedding has " + numbers.size() + " numbers, must have 1 to " + MOST_NUMBERS);
    }
    return List.copyOf(numbers);
  }

  private static void requireText(String name, String text, int longest) {
    Objects.requireNonNull(text, name + " is missing");
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          name + " has " + text.length() + " characters, must have at most " + longest);
    }
    if (text.indexOf('\u0000') >= 0) {
      throw new IllegalArgumentException(name + " has the character U+0000, which cannot be kept");
    }
  }
}
