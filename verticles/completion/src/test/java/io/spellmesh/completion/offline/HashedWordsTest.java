package io.spellmesh.completion.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HashedWordsTest {

  @Test
  void textsThatShareWordsAreNearerThanThoseThatDoNot() {
    List<Double> cat = HashedWords.embedding("The cat sat on the mat.");

    double alike = cosine(cat, HashedWords.embedding("A cat on a mat"));
    double other = cosine(cat, HashedWords.embedding("Shares fell in Tokyo this morning"));

    assertTrue(alike > other + 0.2, alike + " and " + other);
  }

  @Test
  void everyTextHasTheSameLengthAndTheSameTextTheSamePlace() {
    List<Double> place = HashedWords.embedding("Grüße aus 東京");

    assertEquals(HashedWords.LENGTH, place.size());
    assertEquals(1, cosine(place, HashedWords.embedding("grüße  AUS 東京!")), 1e-4);
    assertEquals(1, cosine(place, place), 1e-4);
    assertEquals(List.of(0.0), HashedWords.embedding("?!").stream().distinct().toList());
  }

  private static double cosine(List<Double> a, List<Double> b) {
    double sum = 0;
    for (int i = 0; i < a.size(); i++) {
      sum += a.get(i) * b.get(i);
    }
    return sum;
  }
}
