package fi.kaiku.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code bin/kaiku} builds, and when, and what it says of a slip of the finger. */
class StartingScriptTest {
  private static final String JDK = System.getProperty("java.home");

  @TempDir Path root;
  private ScriptTree tree;

  @BeforeEach
  void plant() throws IOException {
    tree = ScriptTree.plant(root);
  }

  @Test
  void whatChangesDuringABuildIsBuiltNextTime() throws Exception {
    tree.installMaven("3.9.9", "touch '%s/pom.xml'".formatted(root));
    kaiku("devices");
    tree.installMaven("3.9.9", "");
    kaiku("devices");
    assertThat(tree.builds()).content().hasLineCount(2);
  }

  @Test
  void whatDidNotChangeIsNotBuiltAgain() throws Exception {
    tree.installMaven("3.9.9", "");
    kaiku("devices");
    kaiku("devices");
    assertThat(tree.builds()).content().isEqualTo("built with " + JDK + "\n");
  }

  @Test
  void helpDoesNotWaitForABuild() throws Exception {
    tree.installMaven("3.9.9", "");
    ScriptTree.Ended help = kaiku("ui-url", "--help");
    assertThat(help.code()).isZero();
    assertThat(help.said()).contains("kaiku ui-url").contains("link").doesNotContain("Building");
    assertThat(tree.builds()).isEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "version"})
  void theVersionIsThePomsAndNeedsNoBuild(String argument) throws Exception {
    tree.installMaven("3.9.9", "");
    Files.writeString(
        root.resolve("pom.xml"), "<project>\n  <version>7.8.9</version>\n</project>\n");
    ScriptTree.Ended version = kaiku(argument);
    assertThat(version.code()).isZero();
    assertThat(version.said()).isEqualTo("kaiku 7.8.9\n");
    assertThat(tree.builds()).isEmptyFile();
  }

  @Test
  void aMavenThatIsTooOldIsNotTried() throws Exception {
    tree.installMaven("3.8.6", "");
    ScriptTree.Ended old = kaiku("devices");
    assertThat(old.code()).isEqualTo(4);
    assertThat(old.said()).contains("Maven is version 3.8.6; 3.8.7 or later is needed");
    assertThat(tree.builds()).isEmptyFile();
  }

  @ParameterizedTest
  @CsvSource({"dmeo, demo", "device, devices", "ui_url, ui-url", "sok, soak"})
  void anUnknownCommandIsAnsweredWithTheNearest(String typed, String nearest) throws Exception {
    ScriptTree.Ended slip = kaiku(typed);
    assertThat(slip.code()).isEqualTo(2);
    assertThat(slip.said())
        .contains("there is no command '" + typed + "'. Did you mean '" + nearest + "'?")
        .contains("kaiku help");
  }

  private ScriptTree.Ended kaiku(String... arguments) throws Exception {
    String path = tree.programs() + ":" + System.getenv("PATH");
    return tree.kaiku(Map.of("JAVA_HOME", JDK, "PATH", path), arguments);
  }
}
