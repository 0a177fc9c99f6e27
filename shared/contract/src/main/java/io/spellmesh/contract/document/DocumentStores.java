package io.spellmesh.contract.document;

import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Where documents lie together; each user's own. */
public interface DocumentStores {
  /** Fails with CONFLICT if the user has one of that name, and with TOO_MANY if there are too many. */
  Operation<NewStore, Store> CREATE =
      Operation.at("spellmesh.document.store-create", NewStore.class, Store.class);
  /** Fails with NOT_FOUND for one that is unknown, or another's. */
  Operation<Which, Store> GET = Operation.at("spellmesh.document.store-get", Which.class, Store.class);
  /** Oldest first. */
  Operation<Page, StorePage> LIST = Operation.at("spellmesh.document.store-list", Page.class, StorePage.class);
  /** With every document in it. Fails as {@link #GET} does. */
  Operation<Which, Nothing> DELETE =
      Operation.at("spellmesh.document.store-delete", Which.class, Nothing.class).withPatience(Duration.ofSeconds(30));

  int LONGEST_NAME = 200;

  /** @param name 1 to 200 characters, unique among the user's stores */
  record NewStore(String name) {
    public NewStore {
      requireName(name);
    }
  }

  /** One store, by its id or by its name; just one of them is given. */
  record Which(Optional<UUID> id, Optional<String> name) {
    public Which {
      if (id.isPresent() == name.isPresent()) {
        throw new IllegalArgumentException("a store is named by its id or by its name, just one of them");
      }
      name.ifPresent(DocumentStores::requireName);
    }

    public static Which of(UUID id) {
      return new Which(Optional.of(id), Optional.empty());
    }

    public static Which named(String name) {
      return new Which(Optional.empty(), Optional.of(name));
    }
  }

  /** @param documents how many lie in it */
  record Store(UUID id, String name, Instant created, long documents) {}

  /** @param next where the list goes on; absent at its end */
  record StorePage(List<Store> items, Optional<String> next) {
    public StorePage {
      items = List.copyOf(items);
    }
  }

  private static void requireName(String name) {
    Objects.requireNonNull(name, "name is missing");
    if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\u0000') >= 0) {
      throw new IllegalArgumentException("a store's name has " + name.length()
          + " characters, must have 1 to " + LONGEST_NAME + " and not be blank");
    }
  }
}
