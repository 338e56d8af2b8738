package fi.kaiku.kiosk.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One of our two processes, started as it is shipped, in a JVM of its own. */
public final class ChildJvm implements AutoCloseable {
  private static final long EXIT_SECONDS = 20;
  private static final List<String> SHIPPED_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx96m",
          "--enable-native-access=ALL-UNNAMED",
          "--illegal-native-access=deny");

  private final Process process;
  private final String readyLine;
  private final long nanosToReady;

  private ChildJvm(Process process, String readyLine, long nanosToReady) {
    this.process = process;
    this.readyLine = readyLine;
    this.nanosToReady = nanosToReady;
  }

  /** Starts a main class and waits until it prints a line that begins with {@code READY}. */
  public static ChildJvm start(String mainClass, Path log, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SHIPPED_FLAGS);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(mainClass);
    command.addAll(arguments);
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("READY")) {
        return new ChildJvm(process, line, System.nanoTime() - begin);
      }
    }
    throw new IOException(mainClass + " ended before it was ready; see " + log);
  }

  public String readyLine() {
    return readyLine;
  }

  public long nanosToReady() {
    return nanosToReady;
  }

  public long pid() {
    return process.pid();
  }

  /** {@code kill -9}. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
