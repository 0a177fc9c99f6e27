package io.spellmesh.mesh.live;

import io.spellmesh.engine.node.NodeType;
import io.spellmesh.mesh.live.nodes.Gate;
import io.spellmesh.mesh.live.nodes.Ticking;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

/** A jar with node types, as somebody else would make one. */
final class NodeJar {
  private static final List<Class<? extends NodeType>> TYPES = List.of(Ticking.class, Gate.class);

  private NodeJar() {}

  static Path in(Path folder) throws IOException {
    Path file = folder.resolve("nodes.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (Class<?> type : TYPES) {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream code = NodeJar.class.getResourceAsStream("/" + name)) {
          put(jar, name, Objects.requireNonNull(code, name).readAllBytes());
        }
      }
      put(jar, "META-INF/services/" + NodeType.class.getName(), TYPES.stream().map(Class::getName)
          .collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }
}
