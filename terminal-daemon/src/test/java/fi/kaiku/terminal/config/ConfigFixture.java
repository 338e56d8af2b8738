package fi.kaiku.terminal.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a configuration into a test's folder and reads it. */
final class ConfigFixture {
  static final String SMALLEST =
      """
      venue: {id: hall, name: {fi: Talo}}
      stations: [{name: desk-1, kind: desk}]
      """;

  final Path file;

  ConfigFixture(Path folder) {
    file = folder.resolve("terminal.yaml");
  }

  TerminalConfig load(String yaml) throws ConfigException {
    write(yaml);
    return TerminalConfig.load(file);
  }

  /** The mistakes, one a line, without the file's name; none where the file is good. */
  List<String> problems(String yaml) {
    write(yaml);
    ConfigException e =
        catchThrowableOfType(ConfigException.class, () -> TerminalConfig.load(file));
    return e == null
        ? List.of()
        : e.getMessage().lines().map(line -> line.substring((file + ":").length())).toList();
  }

  private void write(String yaml) {
    try {
      Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
