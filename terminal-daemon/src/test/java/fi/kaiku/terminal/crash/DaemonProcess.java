package fi.kaiku.terminal.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The real daemon in a JVM of its own, with the flags it is shipped with, so that it can be killed.
 */
final class DaemonProcess {
  private static final long EXIT_SECONDS = 30;

  private final Process process;

  private DaemonProcess(Process process) {
    this.process = process;
  }

  /** Starts it and waits for its word that a scan would work. */
  static DaemonProcess start(Path config, Path log) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx96m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "fi.kaiku.terminal.TerminalMain",
            "--config",
            config.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.equals("READY")) {
        return new DaemonProcess(process);
      }
    }
    throw new IOException("the daemon ended before it was ready; see " + log);
  }

  /** {@code kill -9}: no shutdown hook, no flush, no farewell. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitEnd();
  }

  /** SIGTERM, as systemd does it. */
  void stop() throws InterruptedException {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() throws InterruptedException {
    if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the daemon did not end within " + EXIT_SECONDS + " s");
    }
  }
}
