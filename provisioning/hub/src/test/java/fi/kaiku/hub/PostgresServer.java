package fi.kaiku.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real PostgreSQL of Debian's package, made in a temporary folder, started once for all tests and
 * stopped after the last. It refuses to run as root, so root lends it the package's own user.
 */
public final class PostgresServer implements ParameterResolver {
  private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
  private static final int START_SECONDS = 60;

  /** One running server. */
  public static final class Running implements AutoCloseable {
    private final Path folder;
    private final Path programs;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private Running(Path folder, Path programs, int port) {
      this.folder = folder;
      this.programs = programs;
      this.port = port;
    }

    /** The URL of an empty database of its own. */
    public String newDatabase() {
      String name = "hub" + databases.incrementAndGet();
      run(programs, "createdb", "-h", "127.0.0.1", "-p", "" + port, "-U", "hub", name);
      return "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=hub";
    }

    @Override
    public void close() throws IOException {
      run(programs, "pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop");
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Running resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Running.class, _ -> start(), Running.class);
  }

  private static Running start() {
    try (Stream<Path> versions = Files.list(PACKAGES)) {
      int port = freePort();
      Path programs = versions.max(Comparator.naturalOrder()).orElseThrow().resolve("bin");
      Path folder = Files.createTempDirectory("kaiku-postgres");
      if (isRoot()) {
        run(Path.of("/usr/bin"), "chown", "postgres", folder.toString());
      }
      String data = folder.resolve("data").toString();
      run(programs, "initdb", "-D", data, "-U", "hub", "--auth=trust", "--no-sync");
      String options =
          "-c port=%d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
              .formatted(port);
      run(
          programs,
          "pg_ctl",
          "-D",
          data,
          "-l",
          folder.resolve("log").toString(),
          "-o",
          options,
          "-w",
          "start");
      return new Running(folder, programs, port);
    } catch (IOException e) {
      throw new UncheckedIOException("these tests need Debian's package postgresql", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void run(Path programs, String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot() && programs.startsWith(PACKAGES)) {
      command.addAll(
          List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    try {
      // To a file: the server that pg_ctl leaves behind would hold a pipe open.
      Path said = Files.createTempFile("kaiku-postgres", ".log");
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      boolean ended = process.waitFor(START_SECONDS, TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException(program + " failed: " + Files.readString(said));
      }
      Files.delete(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
