package fi.kaiku.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hub in a process of its own, to be killed without warning. */
final class HubProcess implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("READY http://127\\.0\\.0\\.1:(\\d+)/ admin http://127\\.0\\.0\\.1:(\\d+)/");

  private final Process process;
  private final int port;
  private final int adminPort;

  private HubProcess(Process process, int port, int adminPort) {
    this.process = process;
    this.port = port;
    this.adminPort = adminPort;
  }

  /**
   * Waits until it answers.
   *
   * @param database a URL, or empty for SQLite in the folder
   */
  static HubProcess start(Path folder, String database) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--illegal-native-access=deny",
                "-cp",
                System.getProperty("java.class.path"),
                HubMain.class.getName(),
                "--data",
                folder.toString(),
                "--port",
                "0",
                "--admin-port",
                "0"));
    if (!database.isEmpty()) {
      command.addAll(List.of("--database", database));
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    Matcher ready = READY.matcher(String.valueOf(said.readLine()));
    if (!ready.matches()) {
      process.destroyForcibly();
      throw new IOException("the hub did not start");
    }
    return new HubProcess(
        process, Integer.parseInt(ready.group(1)), Integer.parseInt(ready.group(2)));
  }

  int port() {
    return port;
  }

  int adminPort() {
    return adminPort;
  }

  /** kill -9. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
