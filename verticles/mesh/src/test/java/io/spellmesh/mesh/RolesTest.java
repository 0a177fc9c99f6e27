package io.spellmesh.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.kit.config.ConfigurationException;
import io.spellmesh.testkit.TestMember;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RolesTest {
  @Test
  void noneNamedMeansAll() {
    assertEquals(List.of(Role.values()), TestMember.defaults().section("mesh", Roles.class).roles());
  }

  @Test
  void namedOnesAreServedAlone() {
    assertEquals(List.of(Role.USER, Role.SPELL), roles("user,spell").roles());
  }

  @Test
  void aGatewayNeedsARunnerBesideIt() {
    assertThrows(ConfigurationException.class, () -> roles("gateway"));
    assertEquals(2, roles("gateway,runner").roles().size());
  }

  private static Roles roles(String names) {
    return TestMember.defaults().with(Map.of("mesh.roles", names)).section("mesh", Roles.class);
  }
}
