package fi.kaiku.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code bin/kaiku} in a tree of its own, with a Maven that only notes that it was asked.
 *
 * @param root the tree's top folder
 */
record ScriptTree(Path root) {
  /** How a run ended, and what it said on either stream. */
  record Ended(int code, String said) {}

  static ScriptTree plant(Path root) throws IOException {
    ScriptTree tree = new ScriptTree(root);
    Files.createDirectories(tree.script().getParent());
    Files.copy(SourceTree.ROOT.resolve("provisioning/bin/kaiku"), tree.script());
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.createFile(tree.builds());
    return tree;
  }

  Path script() {
    return root.resolve("provisioning/bin/kaiku");
  }

  /** One line for each build: the JDK that it was to be made with. */
  Path builds() {
    return root.resolve("builds");
  }

  /** Goes before the other folders of programs, or in their place. */
  Path programs() {
    return root.resolve("path");
  }

  void installMaven(String version, String duringTheBuild) throws IOException {
    program(
        programs().resolve("mvn"),
        """
        if [ "$1" = -v ]; then echo 'Apache Maven %s'; exit; fi
        echo "built with $JAVA_HOME" >> '%s'
        %s
        """
            .formatted(version, builds(), duringTheBuild));
  }

  static void program(Path file, String lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + lines);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** Without a jar to start, the exit code tells nothing of a command. */
  Ended kaiku(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().putAll(environment);
    Process running = process.start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(running.waitFor(), said);
  }
}
