package fi.kaiku.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shell scripts, which no compiler looks at. */
class ScriptsTest {
  private static final Path SHELLCHECK = Path.of("/usr/bin/shellcheck");

  @Test
  void shellcheckFindsNothing() throws Exception {
    boolean isThere = Files.isExecutable(SHELLCHECK);
    assumeTrue(isThere || System.getenv("CI") != null, "shellcheck is not installed");
    List<String> command = new ArrayList<>(List.of(SHELLCHECK.toString(), "--severity=warning"));
    scripts().forEach(command::add);
    assertThat(command).hasSizeGreaterThan(3);

    Process check = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(check.waitFor()).as(said).isZero();
  }

  @Test
  void theyCanBeStarted() {
    assertThat(scripts()).allMatch(script -> Files.isExecutable(Path.of(script)));
  }

  /** bin/kaiku, .ci/run and their like: a first line that names a shell. */
  private static List<String> scripts() {
    return SourceTree.sources().stream()
        .filter(source -> !source.lines().isEmpty())
        .filter(source -> source.lines().getFirst().matches("#!.*\\b(sh|bash)\\b.*"))
        .map(source -> SourceTree.ROOT.resolve(source.path()).toString())
        .toList();
  }
}
