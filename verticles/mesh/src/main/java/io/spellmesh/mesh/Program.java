package io.spellmesh.mesh;

import io.spellmesh.kit.config.ConfigurationException;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process around a start: what it says, and the code it exits with when the start fails. */
final class Program {
  private static final int EXIT_WELL = 0;
  private static final int EXIT_FAILED = 1;
  /** EX_CONFIG of sysexits.h: starting again without changing anything does not help. */
  private static final int EXIT_CONFIGURATION = 78;

  private Program() {}

  static void run(String[] words) {
    try {
      Arguments arguments = Arguments.parse(List.of(words));
      if (arguments.help()) {
        System.out.println(Arguments.HELP);
        return;
      }
      ConfFiles conf = ConfFiles.of(arguments.conf());
      setLibraries(conf);
      start(arguments, conf);
    } catch (ConfigurationException wrong) {
      complain(wrong);
      System.exit(EXIT_CONFIGURATION);
    }
  }

  /** Before the first of them is used, which reads these. */
  private static void setLibraries(ConfFiles conf) {
    System.setProperty("logback.configurationFile",
        conf.file("logback.xml").map(file -> file.toAbsolutePath().toString()).orElse("conf/logback.xml"));
    System.setProperty("hazelcast.logging.type", "slf4j");
    // Wakes the flight recorder at the first buffer, a tenth of a second, though nobody records.
    System.setProperty("io.netty.jfr.enabled", "false");
  }

  private static void start(Arguments arguments, ConfFiles conf) {
    Ending ending = Ending.installed();
    ParentWatch.startIfAsked(ending);
    try {
      Mesh.start(arguments.company(), conf, ending).lines().forEach(System.out::println);
      System.out.flush();
      if (arguments.rehearse()) {
        ending.exit(EXIT_WELL);
      }
    } catch (ConfigurationException wrong) {
      complain(wrong);
      ending.exit(EXIT_CONFIGURATION);
    } catch (Exception failed) {
      complain(failed);
      ending.exit(EXIT_FAILED);
    }
  }

  private static void complain(ConfigurationException wrong) {
    wrong.mistakes().forEach(Program::say);
  }

  private static void complain(Exception failed) {
    Logger log = LoggerFactory.getLogger(Program.class);
    Optional<BindException> taken = causes(failed)
        .filter(BindException.class::isInstance).map(BindException.class::cast).findFirst();
    if (taken.isPresent()) {
      log.debug("start failed", failed);
      say(taken.get().getMessage() + "; set http.port (SPELLMESH_HTTP_PORT) to a free one, or to 0 for any");
    } else {
      log.error("start failed", failed);
      say("cannot start: " + failed.getMessage());
    }
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static void say(String line) {
    System.err.println("spellmesh: " + line);
  }
}
