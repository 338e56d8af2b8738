package fi.kaiku.terminal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A damaged configuration is good or refused with places; it never ends in another exception. */
class ConfigProperties {
  private static Path folder;
  private static String reference;

  @BeforeContainer
  static void read() throws IOException {
    folder = Files.createTempDirectory("kaiku-config");
    try (var in =
        TerminalConfig.class.getResourceAsStream("/fi/kaiku/terminal/terminal.reference.yaml")) {
      reference = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterContainer
  static void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 500)
  void cutAnywhere(@ForAll @IntRange(max = 100_000) int at) {
    check(reference.substring(0, at % reference.length()));
  }

  @Property(tries = 500)
  void aCharacterExchangedAnywhere(@ForAll @IntRange(max = 100_000) int at, @ForAll char other) {
    StringBuilder text = new StringBuilder(reference);
    text.setCharAt(at % text.length(), Character.isSurrogate(other) ? '?' : other);
    check(text.toString());
  }

  @Property(tries = 300)
  void anyTextAtAll(@ForAll String text) {
    check(text);
  }

  private static void check(String yaml) {
    assertThat(new ConfigFixture(folder).problems(yaml))
        .allMatch(problem -> problem.matches("(?s)\\d+:\\d+: .+"));
  }
}
