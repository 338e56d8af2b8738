package fi.kaiku.device.port;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A serial device played on a real pseudo-terminal by socat: its link is the device's path, its
 * standard streams are the device's own end. Unplugging ends socat, so the kernel hangs the line
 * up.
 */
public final class PtyDevice implements AutoCloseable {
  private static final int SECONDS = 20;

  private final Path link;
  private final Process socat;

  private PtyDevice(Path link, Process socat) {
    this.link = link;
    this.socat = socat;
  }

  /** Without socat a test is skipped at a developer's desk and fails in CI. */
  public static void needsSocat() {
    boolean there = Files.isExecutable(Path.of("/usr/bin/socat"));
    if (!there && System.getenv("CI") != null) {
      throw new AssertionError("socat is missing: apt-get install socat");
    }
    assumeTrue(there, "socat is missing: apt-get install socat");
  }

  /** Plugs a device in at this path; returns when the path can be opened. */
  public static PtyDevice plug(Path link) throws IOException, InterruptedException {
    needsSocat();
    Files.deleteIfExists(link);
    Process socat =
        new ProcessBuilder("socat", "-d", "-d", "PTY,raw,echo=0,link=" + link, "STDIO").start();
    CountDownLatch ready = new CountDownLatch(1);
    Thread.ofVirtual().start(() -> watch(socat, ready));
    if (!ready.await(SECONDS, TimeUnit.SECONDS)) {
      socat.destroyForcibly();
      throw new IOException("socat did not make " + link);
    }
    return new PtyDevice(link, socat);
  }

  private static void watch(Process socat, CountDownLatch ready) {
    try (BufferedReader log = socat.errorReader(StandardCharsets.UTF_8)) {
      for (String line = log.readLine(); line != null; line = log.readLine()) {
        if (line.contains("starting data transfer loop")) {
          ready.countDown();
        }
      }
    } catch (IOException e) {
      // socat was ended: so is its log.
      ready.countDown();
    }
  }

  /** What the device sends to the terminal. */
  public void send(byte[] bytes) throws IOException {
    OutputStream out = socat.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  public void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What the terminal sent to the device. */
  public InputStream received() {
    return socat.getInputStream();
  }

  public Path path() {
    return link;
  }

  public PortAddress.Serial address() {
    return new PortAddress.Serial(link.toString());
  }

  /** Pulls the plug; returns when the path is gone. */
  public void unplug() throws IOException {
    socat.destroyForcibly().onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    Files.deleteIfExists(link);
  }

  /** Stops the device's program, so that it takes and sends nothing but stays plugged in. */
  public void freeze() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-STOP", Long.toString(socat.pid())).start().waitFor();
  }

  @Override
  public void close() throws IOException {
    unplug();
  }
}
