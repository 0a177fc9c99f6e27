package io.spellmesh.mesh.attack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows every secret of a test and sees every answer; says where one leaked. */
final class Witness {
  /** What tells a stranger how we are made: classes, stacks, statements, files. */
  private static final Pattern INSIDES = Pattern.compile(
      "\\b(io\\.(spellmesh|vertx|netty)|java\\.|javax\\.|com\\.(fasterxml|hazelcast|github|ongres)"
          + "|org\\.[a-z]+)"
          + "[.a-z]*\\.[A-Z]\\w+"
          + "|\\w+Exception\\b|(StackOverflow|OutOfMemory|Assertion|\\w+Found)Error"
          + "|\\.java:\\d+|\\bat [\\w.$]+\\("
          + "|\\b(SELECT|INSERT INTO|DELETE FROM|UPDATE) \\w|SQLSTATE|\\bpg_\\w+|relation \"|constraint \""
          + "|(?<![\\w:/])/(home|root|tmp|usr|var|work|opt|etc|proc)/");
  private static final int FIRST_OF_THE_BAD = 400;

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

  void keepSecret(String text) {
    secrets.add(text);
  }

  /** @throws AssertionError if the answer speaks of our insides */
  void heard(String question, Reply reply) {
    Matcher insides = INSIDES.matcher(reply.body());
    if (insides.find()) {
      throw new AssertionError(question + " was answered with '" + insides.group() + "': " + reply.excerpt());
    }
    if (reply.status() >= FIRST_OF_THE_BAD) {
      refusals.add(reply.headers() + reply.body());
    }
  }

  /** @throws AssertionError naming the secret's first letters only, because this is printed */
  void searchLines(String where, List<String> lines) {
    lines.forEach(line -> search(where, line));
  }

  void searchRefusals() {
    refusals.forEach(refusal -> search("a refusal", refusal));
  }

  /** Everything under a folder but what the database keeps, which is where prompts belong. */
  void searchFiles(Path folder, Path except) throws IOException {
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
        return inside.equals(except) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        search(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        return FileVisitResult.CONTINUE;
      }
    });
  }

  private void search(String where, String text) {
    for (String secret : secrets) {
      if (text.contains(secret)) {
        throw new AssertionError(where + " holds the secret " + secret.substring(0, 6) + "… of "
            + secret.length() + " characters");
      }
    }
  }
}
