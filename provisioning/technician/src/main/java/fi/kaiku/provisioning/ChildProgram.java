package fi.kaiku.provisioning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How one of the terminal's two processes is started.
 *
 * @param name as it stands before its lines of output
 */
record ChildProgram(String name, List<String> command) {
  /** Kills the child when this command dies without a chance to say so (kill -9). */
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

  /**
   * The serial collector and the first compiler only: a terminal has one or two slow cores, and
   * starting fast counts for more than top speed.
   */
  private static final List<String> JVM_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx96m",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError",
          "-Djava.awt.headless=true",
          "--illegal-native-access=deny");

  ChildProgram {
    command = List.copyOf(command);
  }

  static ChildProgram daemon(Installation installation, TerminalSettings settings) {
    return new ChildProgram(
        "daemon",
        java(
            installation,
            installation.daemon(),
            settings.data(),
            List.of("--config", settings.config().toString())));
  }

  /**
   * @param more options beyond the usual ones
   */
  static ChildProgram ui(Installation installation, TerminalSettings settings, List<String> more) {
    PrivateFolder.make(settings.tokenFile().getParent());
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--port", Integer.toString(settings.port()),
                "--daemon-socket", settings.uiSocket().toString(),
                "--token-file", settings.tokenFile().toString()));
    arguments.addAll(more);
    return new ChildProgram(
        "ui", java(installation, installation.ui(), settings.data(), arguments));
  }

  private static List<String> java(
      Installation installation, List<String> program, Path data, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETPRIV)) {
      command.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "TERM", "--"));
    }
    command.add(installation.java().toString());
    command.addAll(JVM_FLAGS);
    // For what libraries put aside; in the shared /tmp anybody could put theirs in the way.
    command.add("-Djava.io.tmpdir=" + PrivateFolder.make(data.resolve("tmp")));
    command.addAll(program);
    command.addAll(arguments);
    return command;
  }
}
