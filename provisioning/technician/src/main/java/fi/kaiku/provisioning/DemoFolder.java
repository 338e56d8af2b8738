package fi.kaiku.provisioning;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The demo's data folder: configuration, events, registry file and the list of sample cards are
 * written anew at each start; what was issued in an earlier demo stays.
 */
record DemoFolder(Path path) {
  /** Names the folder as ours, so that nobody's own folder is ever written into. */
  private static final String SAMPLES = "demo-cards.csv";

  private static final String REGISTRY = "registry.csv";
  private static final String CONFIG = "terminal.yaml";

  /** The longest path that a Unix socket can have, in bytes (sun_path, without its end mark). */
  private static final int SOCKET_PATH_MAX = 107;

  /** The path's part below the data folder. */
  private static final String LONGEST_SOCKET = "/run/admin/daemon.sock";

  /**
   * @param now local time in Helsinki
   * @throws PlainWordsException when the folder is somebody's own, or can't be written
   */
  static DemoFolder prepare(Path path, int port, LocalDateTime now) {
    Path folder = path.toAbsolutePath().normalize();
    requireShortEnough(folder);
    PrivateFolder.make(folder);
    DemoFolder demo = new DemoFolder(folder);
    try {
      demo.requireOurs();
      Files.writeString(folder.resolve(SAMPLES), DemoCards.samplesCsv());
      Files.writeString(
          demo.registryFile(),
          DemoCards.registryCsv(now.toLocalDate(), new Random(DemoCards.SEED)));
      Files.writeString(folder.resolve("events.csv"), DemoEvents.csv(now));
      Files.writeString(demo.config(), demo.yaml(port));
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
    return demo;
  }

  Path config() {
    return path.resolve(CONFIG);
  }

  Path registryFile() {
    return path.resolve(REGISTRY);
  }

  private static void requireShortEnough(Path folder) {
    int length = (folder + LONGEST_SOCKET).getBytes(StandardCharsets.UTF_8).length;
    if (length > SOCKET_PATH_MAX) {
      throw new PlainWordsException(
          ExitCode.NOT_NOW,
          "the path "
              + folder
              + " is too long: sockets below it would have "
              + length
              + " bytes in their names, and Linux takes "
              + SOCKET_PATH_MAX
              + ". Choose a shorter one with --data.");
    }
  }

  private void requireOurs() throws IOException {
    try (Stream<Path> content = Files.list(path)) {
      if (content.findAny().isPresent() && !Files.exists(path.resolve(SAMPLES))) {
        throw new PlainWordsException(
            ExitCode.NOT_NOW,
            path
                + " holds other files. The demo writes only into an empty folder or one of its"
                + " own; choose another one with --data.");
      }
    }
  }

  /**
   * A running daemon would have its configuration changed under it.
   *
   * @throws PlainWordsException when a demo runs in this folder
   */
  static void requireNotInUse(Path folder) {
    Path lockFile = folder.resolve("daemon.lock");
    if (!Files.exists(lockFile)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw new PlainWordsException(
            ExitCode.NOT_NOW,
            "a demo is running in %s already. A link to it: kaiku ui-url --config %s%n"
                    .formatted(folder, folder.resolve(CONFIG))
                + "For a second one choose another folder and port: kaiku demo --port N --data"
                + " DIR");
      }
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
  }

  private static PlainWordsException notWritable(Path folder, IOException cause) {
    return new PlainWordsException(
        ExitCode.NOT_NOW,
        "the folder " + folder + " can't be written: " + cause.getMessage(),
        cause);
  }

  private String yaml(int port) {
    return """
    # Written by `kaiku demo`; the next demo in this folder writes it again.
    venue:    {id: %s, name: {fi: Kulttuuritalo, sv: Kulturhuset, en: Culture house}, area: espoo}
    data:     '%s'
    registry: {max-age: 14d}
    events:   {file: events.csv}
    scanners: [{name: desk-1, port: 'virtual:desk-1'}]
    printers: [{name: tickets, port: 'virtual:tickets', profile: generic-80mm}]
    stations: [{name: desk-1, kind: desk, scanner: desk-1, printer: tickets}]
    ui:       {port: %d, languages: [fi, sv, en]}
    clock:    {source: system}
    policy:   {children-age-limit: [{from: 2024-01-08, under: 18}], children-on-courses: false, undo-seconds: 30}
    """
        .formatted(DemoEvents.VENUE, path.toString().replace("'", "''"), port);
  }
}
