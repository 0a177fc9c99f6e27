package io.spellmesh.spell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExportFileTest {
  private static final UUID ID = new UUID(1, 2);

  @Test
  void writesASpellWithItsWrapper() {
    String expected = "{\"format\":\"spellmesh/1\",\"id\":\"" + ID + "\",\"name\":\"a\","
        + "\"graph\":{\"z\":1,\"nodes\":{}},\"wrapper\":{\"hash\":\"h\",\"formerIds\":[\"42\"]}}";

    assertEquals(expected, ExportFile.spell(draft(List.of("42"), "{\"hash\":\"h\"}")).toString());
  }

  @Test
  void leavesOutWhoMadeIt() {
    String wrapper = "{\"userId\":1,\"creator_id\":2,\"OWNER\":3,\"secrets\":{},"
        + "\"gameState\":{\"user\":\"kept\"}}";

    assertEquals("{\"gameState\":{\"user\":\"kept\"}}",
        ExportFile.spell(draft(List.of(), wrapper)).get("wrapper").toString());
  }

  @Test
  void writesAProjectOfSuchSpells() {
    Draft draft = draft(List.of(), "{}");
    String expected = "{\"format\":\"spellmesh-project/1\",\"name\":\"p\",\"spells\":["
        + ExportFile.spell(draft) + "]}";

    assertEquals(expected, ExportFile.project("p", List.of(draft)).toString());
  }

  private static Draft draft(List<String> oldIds, String wrapper) {
    return new Draft(ID, "a", oldIds, "{\"z\":1,\"nodes\":{}}", wrapper);
  }
}
