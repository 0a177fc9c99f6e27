package io.spellmesh.mesh.rooms;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.spellmesh.testkit.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The project as it lies on disk.
 *
 * @param root  holds pom.xml and mvnw
 * @param rooms folders of all modules
 */
record House(Path root, List<Path> rooms) {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  static House here() {
    return at(ProjectFolder.root());
  }

  static House at(Path root) {
    Matcher modules = MODULE.matcher(read(root.resolve("pom.xml")));
    return new House(root, modules.results().map(found -> root.resolve(found.group(1))).toList());
  }

  /** What all rooms compiled; a room that never was compiled fails here, lest its rules pass unseen. */
  JavaClasses classes() {
    List<Path> compiled = rooms.stream().filter(room -> Files.isDirectory(room.resolve("src/main/java")))
        .map(room -> room.resolve("target/classes")).toList();
    compiled.stream().filter(folder -> !Files.isDirectory(folder)).findFirst().ifPresent(absent -> {
      throw new IllegalStateException(absent + " is not there: build all rooms first");
    });
    return new ClassFileImporter().importPaths(compiled);
  }

  /** Packages of the program without a package-info.java. */
  List<Path> packagesWithoutInfo() {
    return rooms.stream().map(room -> room.resolve("src/main/java")).filter(Files::isDirectory)
        .flatMap(sources -> walk(sources).stream())
        .filter(file -> file.toString().endsWith(".java")).map(Path::getParent).distinct()
        .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
        .toList();
  }

  /** Folders that need a README.md and have none: the root and every room with sources. */
  List<Path> foldersWithoutReadme() {
    Stream<Path> used = rooms.stream().filter(room -> Files.isDirectory(room.resolve("src")));
    return Stream.concat(Stream.of(root), used)
        .filter(folder -> !Files.exists(folder.resolve("README.md")))
        .toList();
  }

  private static List<Path> walk(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
