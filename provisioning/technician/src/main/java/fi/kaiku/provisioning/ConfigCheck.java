package fi.kaiku.provisioning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Has the daemon's program read a configuration, when no daemon answers: a mistake in the file is
 * the likeliest cause, and the daemon alone knows what may stand in it.
 */
final class ConfigCheck {
  private ConfigCheck() {}

  /**
   * Returns when the file is all right, or nobody can tell.
   *
   * @throws PlainWordsException with all mistakes in the file
   */
  static void refuseWrong(Path config) {
    Path daemon = Path.of(System.getProperty("kaiku.daemon.jar", ""));
    if (!Files.isRegularFile(daemon)) {
      return;
    }
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "-jar",
            daemon.toString(),
            "--check",
            config.toString());
    try {
      Process check =
          new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      String said =
          new String(check.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (check.waitFor() == ExitCode.WRONG_CONFIG.number()) {
        throw new PlainWordsException(
            ExitCode.WRONG_CONFIG,
            "no terminal can run with this configuration:" + System.lineSeparator() + said);
      }
    } catch (IOException e) {
      throw new PlainWordsException(
          ExitCode.FAILED, "the daemon's program can't be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
