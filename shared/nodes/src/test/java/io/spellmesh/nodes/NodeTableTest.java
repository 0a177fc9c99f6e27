package io.spellmesh.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.NodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NodeTableTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "")).resolve("../docs/nodes.md");

  @Test
  void thePageOfNodeTypesIsUpToDate() throws IOException {
    String now = NodeTable.print(NodeTypesTest.types().stream().map(NodeType::spec).toList());
    if ("write".equals(System.getProperty("nodes.table"))) {
      Files.writeString(PAGE, now);
    }

    assertEquals(Files.readString(PAGE), now, "shared/docs/nodes.md is not what the node types say; write it "
        + "anew with ./mvnw -pl shared/nodes test -Dtest=NodeTableTest -Dnodes.table=write");
  }
}
