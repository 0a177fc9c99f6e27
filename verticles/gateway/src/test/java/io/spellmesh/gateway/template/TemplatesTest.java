package io.spellmesh.gateway.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.testkit.ProjectFolder;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  @Test
  void namesEveryExampleAndSaysWhatThoseToBeginWithShow() throws IOException {
    TemplatePage page = Templates.in(ProjectFolder.root().resolve("conf/spells")).page();

    TemplatePage.Template conversation = page.items().stream()
        .filter(item -> item.id().equals("conversation")).findFirst().orElseThrow();
    assertEquals("Conversation", conversation.name());
    assertEquals(Optional.of("Start here"), conversation.group());
    assertTrue(conversation.about().isPresent());
    assertTrue(page.items().size() > 100, () -> page.items().size() + " examples");
  }

  @Test
  void isEmptyWhereTheProgramWasPackedWithout() {
    assertEquals(0, Templates.packed().page().items().size());
  }
}
