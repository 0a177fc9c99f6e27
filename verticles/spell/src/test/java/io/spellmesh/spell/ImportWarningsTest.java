package io.spellmesh.spell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.Mistake;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportWarningsTest {

  @Test
  void saysEachThingOnce() {
    ImportWarnings warnings = new ImportWarnings(false, List.of(Mistake.of("a"), Mistake.of("b")));

    warnings.add("spell", List.of(Mistake.of("b"), Mistake.at("1", "b")));

    assertEquals(List.of(Mistake.of("a"), Mistake.of("b"), Mistake.at("1", "b")), warnings.list());
  }

  @Test
  void saysOfWhichSpellWhereThereAreSeveral() {
    ImportWarnings warnings = new ImportWarnings(true, List.of(Mistake.of("of the file")));

    warnings.add("Eliza", List.of(Mistake.at("1", "socket", "odd")));

    assertEquals(List.of(Mistake.of("of the file"), Mistake.at("1", "socket", "spell 'Eliza': odd")),
        warnings.list());
  }

  @Test
  void saysNoMoreThanIsRead() {
    List<Mistake> many = IntStream.range(0, 700).mapToObj(i -> Mistake.of("m" + i)).toList();

    List<Mistake> said = new ImportWarnings(false, many).list();

    assertEquals(501, said.size());
    assertEquals(Mistake.of("and 200 more"), said.getLast());
  }
}
