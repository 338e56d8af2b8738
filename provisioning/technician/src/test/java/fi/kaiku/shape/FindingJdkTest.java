package fi.kaiku.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How {@code bin/kaiku} finds a JDK on a machine that has none but what a test puts there: the
 * script's search folders are moved below the tree, and its PATH leads to a few programs only.
 */
class FindingJdkTest {
  /** What the script calls until it has found a JDK and begun to build; no package manager. */
  private static final List<String> NEEDED =
      List.of(
          "bash", "sh", "readlink", "sed", "id", "find", "mkdir", "touch", "mv", "sort", "head");

  @TempDir Path root;
  private ScriptTree tree;

  @BeforeEach
  void plantOnABareMachine() throws IOException {
    tree = ScriptTree.plant(root);
    String script = Files.readString(tree.script());
    assertThat(script).contains(" /usr/lib/jvm/*", " /opt/java/*");
    Files.writeString(
        tree.script(),
        script
            .replace(" /usr/lib/jvm/*", " " + root + "/jvm/*")
            .replace(" /opt/", " " + root + "/opt/"));
    tree.installMaven("3.9.9", "");
    for (String program : NEEDED) {
      Files.createSymbolicLink(tree.programs().resolve(program), onPath(program));
    }
  }

  @Test
  void withoutAnyTheWayToOneIsTold() throws Exception {
    ScriptTree.Ended none = devices("");
    assertThat(none.code()).isEqualTo(4);
    assertThat(none.said())
        .contains("no JDK 25 was found")
        .contains("openjdk-25-jdk-headless")
        .contains("Debian 12 has only version 17")
        .contains("JAVA_HOME (not set)");
    assertThat(tree.builds()).isEmptyFile();
  }

  @Test
  void oneOfAnEarlierVersionIsNone() throws Exception {
    ScriptTree.Ended none = devices(jdk("old/jdk-17", "17.0.13").toString());
    assertThat(none.code()).isEqualTo(4);
    assertThat(none.said()).contains("no JDK 25 was found").contains("old/jdk-17");
  }

  @Test
  void anEarlierOneInJavaHomeIsPassedOverForTheRightOne() throws Exception {
    Path right = jdk("jvm/temurin-25", "25.0.1");
    jdk("jvm/java-21", "21.0.5");
    devices(jdk("old/jdk-17", "17.0.13").toString());
    assertThat(tree.builds()).content().isEqualTo("built with " + right + "\n");
  }

  @Test
  void aLaterOneUnpackedBelowOptWillDo() throws Exception {
    Path later = jdk("opt/jdk-26", "26");
    devices("");
    assertThat(tree.builds()).content().isEqualTo("built with " + later + "\n");
  }

  /** A folder that looks like a JDK's. */
  private Path jdk(String folder, String version) throws IOException {
    Path jdk = root.resolve(folder);
    ScriptTree.program(jdk.resolve("bin/javac"), "exit 1\n");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private ScriptTree.Ended devices(String javaHome) throws Exception {
    return tree.kaiku(
        Map.of("JAVA_HOME", javaHome, "HOME", root.toString(), "PATH", tree.programs().toString()),
        "devices");
  }

  private static Path onPath(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }
}
