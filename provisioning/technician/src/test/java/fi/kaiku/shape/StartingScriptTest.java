package fi.kaiku.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/kaiku} in a tree of its own, with a Maven that only notes that it was asked. */
class StartingScriptTest {
  @TempDir Path root;
  private Path builds;
  private String said = "";

  @BeforeEach
  void copy() throws IOException {
    Path script = root.resolve("provisioning/bin/kaiku");
    Files.createDirectories(script.getParent());
    Files.copy(SourceTree.ROOT.resolve("provisioning/bin/kaiku"), script);
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    builds = root.resolve("builds");
    Files.createFile(builds);
  }

  @Test
  void whatChangesDuringABuildIsBuiltNextTime() throws Exception {
    install("touch '%s/pom.xml'".formatted(root));
    kaiku("devices");
    install("");
    kaiku("devices");
    assertThat(builds).content().isEqualTo("built\nbuilt\n");
  }

  @Test
  void whatDidNotChangeIsNotBuiltAgain() throws Exception {
    install("");
    kaiku("devices");
    kaiku("devices");
    assertThat(builds).content().isEqualTo("built\n");
  }

  @Test
  void helpDoesNotWaitForABuild() throws Exception {
    install("");
    assertThat(kaiku("ui-url", "--help")).isZero();
    assertThat(said).contains("kaiku ui-url").contains("link").doesNotContain("Building");
    assertThat(builds).isEmptyFile();
  }

  private void install(String duringTheBuild) throws IOException {
    Path maven = root.resolve("path/mvn");
    Files.createDirectories(maven.getParent());
    Files.writeString(
        maven,
        """
        #!/bin/sh
        if [ "$1" = -v ]; then echo 'Apache Maven 3.9.9'; exit; fi
        echo built >> '%s'
        %s
        """
            .formatted(builds, duringTheBuild));
    assertThat(maven.toFile().setExecutable(true)).isTrue();
  }

  /** Without a jar to start, its exit code tells nothing of a command. */
  private int kaiku(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(root.resolve("provisioning/bin/kaiku").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process
        .environment()
        .merge("PATH", root.resolve("path").toString(), (old, ours) -> ours + ":" + old);
    Process running = process.start();
    said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return running.waitFor();
  }
}
