package fi.kaiku.terminal.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration can't be used; the message names every mistake, one a line. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  ConfigException(Path file, List<ConfigProblem> problems) {
    super(
        problems.stream()
            .map(problem -> file + ":" + problem)
            .collect(Collectors.joining(System.lineSeparator())));
  }
}
