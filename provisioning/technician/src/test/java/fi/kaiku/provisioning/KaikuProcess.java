package fi.kaiku.provisioning;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * The command in a process of its own, as the starting script starts it. The terminal's programs
 * lie in jars that only point at this test's class path, so that it is all the same whether the
 * modules are packed yet.
 */
final class KaikuProcess implements AutoCloseable {
  private static final long EXIT_SECONDS = 30;

  private final Process process;
  private final BufferedReader out;
  private final StringBuilder said = new StringBuilder();

  private KaikuProcess(Process process) {
    this.process = process;
    this.out = process.inputReader();
  }

  /**
   * @param folder for the jars; they stay as long as the processes
   */
  static KaikuProcess start(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(
        "-Dkaiku.daemon.jar=" + program(folder, "daemon", "fi.kaiku.terminal.TerminalMain"));
    command.add("-Dkaiku.ui.jar=" + program(folder, "ui", "fi.kaiku.kiosk.KioskMain"));
    command.addAll(List.of("-cp", classPath(), KaikuCommand.class.getName()));
    command.addAll(List.of(arguments));
    return new KaikuProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Waits for a line that begins so, and returns the rest of it. */
  String awaitLine(String beginning) throws IOException {
    for (String line = next(); line != null; line = next()) {
      if (line.startsWith(beginning)) {
        return line.substring(beginning.length());
      }
    }
    throw new IOException("no line '" + beginning + "...'; what came: " + said);
  }

  /** Everything it says until it ends. */
  String awaitEnd() throws IOException {
    String line = next();
    while (line != null) {
      line = next();
    }
    return said.toString();
  }

  private String next() throws IOException {
    String line = out.readLine();
    said.append(line == null ? "" : line + "\n");
    return line;
  }

  /** What a signal to end, or its own end, has come to. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("still running after " + EXIT_SECONDS + " s; it said: " + said);
    }
    return process.exitValue();
  }

  /** SIGTERM, as systemd sends it. */
  void stop() {
    process.destroy();
  }

  /**
   * A signal to all of them at once, as Ctrl-C at a terminal sends SIGINT; here SIGTERM, as a build
   * in the background has its children ignore SIGINT.
   */
  void stopAll() throws IOException, InterruptedException {
    List<String> kill = new ArrayList<>(List.of("kill", "-TERM"));
    children().forEach(child -> kill.add(String.valueOf(child.pid())));
    kill.add(String.valueOf(process.pid()));
    new ProcessBuilder(kill).start().waitFor();
  }

  List<ProcessHandle> children() {
    return process.children().toList();
  }

  @Override
  public void close() {
    stop();
    try {
      exitCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Path program(Path folder, String name, String mainClass) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, mainClass);
    main.put(new Attributes.Name("Enable-Native-Access"), "ALL-UNNAMED");
    main.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(classPath().split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    Path jar = folder.resolve(name + ".jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
