package fi.kaiku.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole terminal on a file system that gets full under it, in a process that brings the small
 * disk along ({@link TerminalOnSmallDisk}). Where even that is denied, {@code kaiku test} closes
 * with a line that says so; {@code DiskFullTest} holds the same promise of a journal that may not
 * grow.
 */
class TerminalDiskFullTest {
  private static final Path SUMMARY = Path.of("target/disk-lab/summary");
  private static final long PATIENCE_SECONDS = 120;

  @TempDir Path folder;

  @Test
  void noTicketComesOutThatIsNotRecordedAndItEndsWhenThereIsRoom() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Optional<List<String>> walk = SmallDiskFolder.around(data, walk(data));
    if (walk.isEmpty()) {
      notRun();
    }
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(walk.orElseThrow())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();

    assertThat(ended && process.exitValue() == 0).as(Files.readString(log)).isTrue();
    assertThat(data).as("nothing was written beside the small disk").isEmptyDirectory();
    summary("DISK LAB: the terminal kept its promise on a full disk");
  }

  private List<String> walk(Path data) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        TerminalOnSmallDisk.class.getName(),
        folder.toString(),
        data.toString());
  }

  private static void notRun() throws IOException {
    String words =
        "DISK LAB NOT RUN, no terminal was tried on a full disk: this user may neither mount a file"
            + " system nor make a name space (unshare) to mount one in";
    summary(words);
    System.getLogger(TerminalDiskFullTest.class.getName()).log(Level.WARNING, words);
    abort(words);
  }

  private static void summary(String words) throws IOException {
    Files.createDirectories(SUMMARY.getParent());
    Files.writeString(SUMMARY, words + System.lineSeparator());
  }
}
