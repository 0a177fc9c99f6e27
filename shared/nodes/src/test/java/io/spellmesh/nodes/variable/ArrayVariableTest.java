package io.spellmesh.nodes.variable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class ArrayVariableTest {
  @Test
  void cutsAtTheSplitter() {
    assertEquals("{'output':['a','b']}",
        Trial.of(new ArrayVariable()).set("{'_var':'a-b','splitter':'-'}").outputsOfRun());
  }

  @Test
  void cutsAtACommaIfNothingElseIsSaid() {
    assertEquals("{'output':['a',' b']}",
        Trial.of(new ArrayVariable()).set("{'_var':'a, b'}").outputsOfRun());
    assertEquals("{'output':['example']}",
        Trial.of(new ArrayVariable()).set("{'_var':'example','keepEmpty':false}").outputsOfRun());
  }

  @Test
  void leavesEmptyElementsOut() {
    assertEquals("{'output':['a','c']}",
        Trial.of(new ArrayVariable()).set("{'_var':',a,,c,'}").outputsOfRun());
    assertEquals("{'output':[]}",
        Trial.of(new ArrayVariable()).set("{'_var':''}").outputsOfRun());
  }

  @Test
  void keepsEmptyElementsWhenTold() {
    assertEquals("{'output':['a','','c','']}",
        Trial.of(new ArrayVariable()).set("{'_var':'a,,c,','keepEmpty':'true'}").outputsOfRun());
    assertEquals("{'output':['']}",
        Trial.of(new ArrayVariable()).set("{'_var':'','keepEmpty':true}").outputsOfRun());
  }

  @Test
  void takesTheSplitterLiterally() {
    assertEquals("{'output':['a','b|c']}",
        Trial.of(new ArrayVariable()).set("{'_var':'a.b|c','splitter':'.'}").outputsOfRun());
  }

  @Test
  void cutsEveryCharacterAtAnEmptySplitter() {
    assertEquals("{'output':['a','𝄞','b']}",
        Trial.of(new ArrayVariable()).set("{'_var':'a𝄞b','splitter':''}").outputsOfRun());
  }
}
