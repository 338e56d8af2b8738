package fi.kaiku.terminal.sync;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A terminal that was enrolled before, in a JVM of its own, until it is killed. */
public final class SyncedTerminalProcess {
  private SyncedTerminalProcess() {}

  /** Prints a line once its threads run. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (SyncedTerminal terminal =
        new SyncedTerminal(Path.of(args[0]), URI.create(args[1]), Duration.ZERO)) {
      System.out.println("following");
      new CountDownLatch(1).await();
      terminal.link().state();
    }
  }

  static Process start(Path folder, URI hub) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SyncedTerminalProcess.class.getName(),
                folder.toString(),
                hub.toString()))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
