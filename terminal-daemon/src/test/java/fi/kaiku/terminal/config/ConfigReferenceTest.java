package fi.kaiku.terminal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference file tells of every key, and only of such that exist, and tells the truth. */
class ConfigReferenceTest {
  @TempDir Path folder;
  private String reference;
  private Path file;

  @BeforeEach
  void copy() throws IOException {
    try (var in =
        TerminalConfig.class.getResourceAsStream("/fi/kaiku/terminal/terminal.reference.yaml")) {
      file = folder.resolve("terminal.yaml");
      Files.copy(in, file);
      reference = Files.readString(file);
    }
  }

  @Test
  void everyKeyThatIsUnderstoodStandsThereAndNoOther() throws Exception {
    ConfigFile config = new ConfigFile(file);
    config.read(TerminalConfig::read);

    assertThat(keysIn(reference)).isEqualTo(config.keysAskedFor());
  }

  @Test
  void everyKeyHasAComment() {
    List<String> lines = reference.lines().toList();
    List<String> bare = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches("\\s*(- )?[a-z-]+:.*")
          && !lines.get(i - 1).strip().startsWith("#")) {
        bare.add(lines.get(i));
      }
    }
    assertThat(bare).isEmpty();
  }

  @Test
  void everyValueSaysItsDefaultOrThatItHasNone() {
    List<String> lines = reference.lines().toList();
    List<String> silent = new ArrayList<>();
    String comment = "";
    for (String line : lines) {
      if (line.strip().startsWith("#")) {
        comment += line;
      } else {
        if (line.matches("\\s*(- )?[a-z-]+: .+") && !comment.contains("efault")) {
          silent.add(line);
        }
        comment = "";
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void theDefaultsAreTheOnesThatTheCommentsTell() throws Exception {
    TerminalConfig written = TerminalConfig.load(file);
    TerminalConfig left = new ConfigFixture(folder).load(ConfigFixture.SMALLEST);

    assertThat(written.data()).isEqualTo(left.data());
    assertThat(written.registry()).isEqualTo(left.registry());
    assertThat(written.events()).isEqualTo(left.events());
    assertThat(written.alsoAccepted()).isEqualTo(left.alsoAccepted());
    assertThat(written.scanningKeyboards()).isEqualTo(left.scanningKeyboards());
    assertThat(written.ui()).isEqualTo(left.ui());
    assertThat(written.policy().undoWindow()).isEqualTo(left.policy().undoWindow());
    assertThat(written.policy().policy().childrenOnCourses()).isFalse();
    assertThat(written.sockets()).isEqualTo(left.sockets());
    assertThat(written.clock()).isEqualTo(left.clock());
  }

  @Test
  void theDefaultsOfDevicesAreTheOnesThatTheCommentsTell() throws Exception {
    TerminalConfig written = TerminalConfig.load(file);
    String bare =
        reference
            .replaceAll("(?m)^    (kind: auto|(layout|baud|suffix|idle|profile): .*)$", "")
            .replaceAll("(?m)^  (sv|en|area): .*$", "");
    TerminalConfig left = new ConfigFixture(folder).load(bare);

    assertThat(left.scanners()).isEqualTo(written.scanners());
    assertThat(left.printers()).isEqualTo(written.printers());
  }

  private static SortedSet<String> keysIn(String yaml) {
    SortedSet<String> keys = new TreeSet<>();
    collect(ConfigTree.read(yaml, new ConfigProblems()), "", keys);
    return keys;
  }

  private static void collect(ConfigNode node, String path, SortedSet<String> keys) {
    switch (node) {
      case ConfigNode.Text _ -> {}
      case ConfigNode.Items items -> items.items().forEach(i -> collect(i, path + "[]", keys));
      case ConfigNode.Keys found ->
          found
              .entries()
              .forEach(
                  (key, entry) -> {
                    String name = path.isEmpty() ? key : path + "." + key;
                    keys.add(name);
                    collect(entry.value(), name, keys);
                  });
    }
  }
}
