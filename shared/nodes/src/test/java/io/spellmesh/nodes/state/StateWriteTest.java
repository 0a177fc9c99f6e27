package io.spellmesh.nodes.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class StateWriteTest {

  private static String after(Memory memory, Trial trial) {
    trial.in(memory).run();
    return memory.toString();
  }

  private static Trial write() {
    return Trial.of(new StateWrite());
  }

  @Test
  void remembersValuesUnderTheNamesOfTheirSockets() {
    assertEquals("{'old':1,'name':'Ada','list':[1]}",
        after(new Memory("{'old':1}"), write().named("4f", "name", "'Ada'").given("list", "[1]")));
  }

  @Test
  void aListThatIsThereGrowsByTheValue() {
    assertEquals("{'list':[1,[2]]}", after(new Memory("{'list':[1]}"), write().given("list", "[2]")));
  }

  @Test
  void anObjectThatIsThereGrowsByItsFields() {
    assertEquals("{'who':{'name':'Ada','age':37}}",
        after(new Memory("{'who':{'name':'Ada','age':36}}"), write().given("who", "{'age':37}")));
    assertEquals("{'who':7}", after(new Memory("{'who':{'name':'Ada'}}"), write().given("who", "7")));
  }

  @Test
  void whatIsThereIsReplacedOtherwise() {
    assertEquals("{'n':2}", after(new Memory("{'n':1}"), write().given("n", "2")));
    assertEquals("{'n':1}", after(new Memory("{'n':1}"), write()));
  }
}
