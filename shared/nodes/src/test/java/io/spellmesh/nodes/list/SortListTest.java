package io.spellmesh.nodes.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class SortListTest {
  @Test
  void putsNumbersBeforeTextsBeforeTheRest() {
    assertEquals("{'output':[2,10,'a','b',null,true]}",
        Trial.of(new SortList()).given("input", "['b',10,null,'a',true,2]").outputsOfRun());
  }

  @Test
  void sortsByAFieldBothWays() {
    assertEquals("{'output':[{},{'n':2},{'n':1}]}",
        Trial.of(new SortList()).set("{'field':'n','descending':true}")
            .given("input", "[{'n':1},{},{'n':2}]").outputsOfRun());
  }
}
