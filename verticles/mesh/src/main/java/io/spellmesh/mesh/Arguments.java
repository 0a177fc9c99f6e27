package io.spellmesh.mesh;

import io.spellmesh.kit.config.ConfigurationException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says.
 *
 * @param conf     folder whose files replace the packed ones of the same name
 * @param rehearse whether to end as soon as it serves
 * @param help     whether to explain the arguments and do nothing else
 */
record Arguments(Optional<Path> conf, Company company, boolean rehearse, boolean help) {
  static final String HELP = """
      usage: java -jar spellmesh.jar [--conf <dir>] [--join[=<id>]] [--rehearse] [--help]
        --conf <dir>   files here replace the packed conf/ file by file; else ./conf does, if there is one
        --join         belong to the newest Spellmesh running on this machine, and share its database and keys
        --join=<id>    the same, to the one with this id
        --rehearse     start, and end as soon as it serves; with -XX:AOTCacheOutput=<file> before -jar
                       this makes the cache with which -XX:AOTCache=<file> starts in half the time
      Every key of conf/mesh.yaml can be an environment variable: http.port is SPELLMESH_HTTP_PORT.""";

  private static final String JOIN = "--join=";
  private static final String CONF = "--conf=";

  /** @throws ConfigurationException naming the argument that is not known or lacks its value */
  static Arguments parse(List<String> words) {
    Optional<Path> conf = Optional.empty();
    Company company = new Company.Configured();
    boolean rehearse = false;
    boolean help = false;
    Deque<String> rest = new ArrayDeque<>(words);
    while (!rest.isEmpty()) {
      String word = rest.pop();
      if (word.equals("--conf") && !rest.isEmpty()) {
        conf = Optional.of(Path.of(rest.pop()));
      } else if (word.startsWith(CONF) && word.length() > CONF.length()) {
        conf = Optional.of(Path.of(word.substring(CONF.length())));
      } else if (word.equals("--join")) {
        company = new Company.Newest();
      } else if (word.startsWith(JOIN) && word.length() > JOIN.length()) {
        company = new Company.Named(word.substring(JOIN.length()));
      } else if (word.equals("--rehearse")) {
        rehearse = true;
      } else if (word.equals("--help")) {
        help = true;
      } else {
        throw new ConfigurationException("argument '" + word
            + "' is not known or lacks its value, must be --conf <dir>, --join, --join=<id>, --rehearse"
            + " or --help");
      }
    }
    return new Arguments(conf, company, rehearse, help);
  }
}
