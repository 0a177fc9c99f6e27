package io.spellmesh.document;

/**
 * How much one user may keep; {@code document} in the configuration.
 *
 * @param maxStores     at least 1; 1000 by default
 * @param maxDocuments  at least 1; 20000 by default
 * @param maxCharacters of all contents together, at least 1; 100 million by default, about 200 books
 */
public record DocumentConfig(int maxStores, int maxDocuments, long maxCharacters) {
  public DocumentConfig {
    atLeastOne("max-stores", maxStores);
    atLeastOne("max-documents", maxDocuments);
    atLeastOne("max-characters", maxCharacters);
  }

  private static void atLeastOne(String key, long value) {
    if (value < 1) {
      throw new IllegalArgumentException("document." + key + " is " + value + ", must be at least 1");
    }
  }
}
