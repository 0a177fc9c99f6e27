package io.spellmesh.mesh.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The project keeps the rules of the house. {@link BrokenRulesTest} shows that each rule can be broken. */
class RoomsTest {
  private static final House HOUSE = House.here();
  private static final JavaClasses CLASSES = HOUSE.classes();

  @ParameterizedTest
  @MethodSource
  void everyRuleHolds(ArchRule rule) {
    rule.check(CLASSES);
  }

  static List<ArchRule> everyRuleHolds() {
    return RoomRules.all();
  }

  @Test
  void everyRoomHasItsRule() {
    Set<String> rooms = HOUSE.rooms().stream().map(room -> room.getFileName().toString())
        .collect(Collectors.toSet());

    assertEquals(rooms, RoomRules.MAY_IMPORT.keySet());
  }

  @Test
  void theProgramIsLookedAt() {
    assertTrue(CLASSES.contain("io.spellmesh.mesh.Main"), "scanned " + CLASSES.size() + " classes");
    assertTrue(CLASSES.contain("io.spellmesh.contract.Operation"), "scanned " + CLASSES.size() + " classes");
  }

  @Test
  void everyPackageSaysWhatLivesInIt() {
    assertEquals(List.of(), HOUSE.packagesWithoutInfo());
  }

  @Test
  void everyRoomSaysWhatItIs() {
    assertEquals(List.of(), HOUSE.foldersWithoutReadme());
  }
}
