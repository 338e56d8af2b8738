package fi.kaiku.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalSettingsTest {
  @TempDir Path folder;

  @Test
  void whatIsLeftOutIsAsTheReferenceSays() throws IOException {
    assertThat(load("stations: [{name: desk-1}]"))
        .isEqualTo(
            new TerminalSettings(
                folder.resolve("terminal.yaml"),
                Path.of("/var/lib/kaiku"),
                Path.of("/var/lib/kaiku/run/ui/daemon.sock"),
                Path.of("/var/lib/kaiku/run/admin/daemon.sock"),
                8080,
                List.of("desk-1")));
  }

  @Test
  void relativePathsStartAtTheFile() throws IOException {
    TerminalSettings settings = load("data: d\nsockets: {ui: u/s, admin: /a/s}");
    assertThat(settings.data()).isEqualTo(folder.resolve("d"));
    assertThat(settings.uiSocket()).isEqualTo(folder.resolve("u/s"));
    assertThat(settings.adminSocket()).isEqualTo(Path.of("/a/s"));
    assertThat(settings.tokenFile()).isEqualTo(folder.resolve("d/run/browser/token"));
  }

  @Test
  void whatIsNoYamlIsSaidWithItsPlace() {
    assertThatThrownBy(() -> load("data: x\nstations: [{name: a}\n"))
        .hasMessageStartingWith(folder.resolve("terminal.yaml") + ":3:1: not YAML: ")
        .hasMessageContaining("expected ',' or ']'")
        .isInstanceOfSatisfying(
            PlainWordsException.class, e -> assertThat(e.code()).isEqualTo(ExitCode.WRONG_CONFIG));
  }

  private TerminalSettings load(String yaml) throws IOException {
    return TerminalSettings.load(Files.writeString(folder.resolve("terminal.yaml"), yaml));
  }
}
