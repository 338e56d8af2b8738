package fi.kaiku.kiosk.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Two pseudo-terminals joined by socat: the daemon has one end, the test plays the reader. */
public final class SerialCable implements AutoCloseable {
  private static final long PLUG_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Path terminalEnd;
  private final Path readerEnd;
  private Process socat;
  private OutputStream out;

  public SerialCable(Path folder, String name) throws IOException {
    this.terminalEnd = folder.resolve(name);
    this.readerEnd = folder.resolve(name + "-reader");
    plug();
  }

  public Path terminalEnd() {
    return terminalEnd;
  }

  /** The device node appears, or appears again. */
  public void plug() throws IOException {
    socat = new ProcessBuilder("socat", pty(terminalEnd), pty(readerEnd)).inheritIO().start();
    long deadline = System.nanoTime() + PLUG_LIMIT_NANOS;
    while (!(Files.exists(terminalEnd) && Files.exists(readerEnd))) {
      if (!socat.isAlive() || System.nanoTime() > deadline) {
        throw new IOException("socat made no pseudo-terminals: is it installed?");
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
    out = Files.newOutputStream(readerEnd);
  }

  public void unplug() throws IOException {
    out.close();
    socat.destroy();
    socat.onExit().join();
  }

  /** One scan as a reader sends it: AIM identifier, data, carriage return. */
  public void scan(String aim, String text) throws IOException {
    send((aim + text + "\r").getBytes(StandardCharsets.UTF_8));
  }

  public void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  private static String pty(Path link) {
    return "pty,raw,echo=0,link=" + link;
  }

  @Override
  public void close() throws IOException {
    unplug();
  }
}
