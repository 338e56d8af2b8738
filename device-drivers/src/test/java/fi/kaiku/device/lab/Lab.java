package fi.kaiku.device.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The far end of the emulated USB devices, within the lab's guest: plugs, unplugs, types, scans and
 * breaks. Commands: usb-lab/README.md.
 */
public final class Lab implements AutoCloseable {
  /** How often devices are re-plugged; a soak sets more. */
  public static final int REPLUGS =
      Integer.parseInt(System.getenv().getOrDefault("USB_LAB_REPLUGS", "2"));

  private static final int CONTROL_PORT = 3241;

  /** The kernel takes milliseconds, an emulated one now and then a second. */
  private static final long GONE_NANOS = 10_000_000_000L;

  private static final long LOOK_AGAIN_NANOS = 10_000_000L;

  private final Socket socket;
  private final BufferedReader answers;

  public Lab() throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), CONTROL_PORT);
    socket.setTcpNoDelay(true);
    answers =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  /** Has a command done; returns when it is. */
  public synchronized String tell(String command) throws IOException {
    socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.ISO_8859_1));
    String answer = answers.readLine();
    if (answer == null || !answer.startsWith("ok")) {
      throw new IOException(command + ": " + answer);
    }
    return answer.substring(2).strip();
  }

  /**
   * Plugs a device in, wherever the test before left it. The kernel must have let go of the one
   * that was there: a driver that opens its node in that moment works, for a moment.
   */
  public void plugAfresh(String device) throws IOException {
    if (tell(device + " state").contains("plugged=True")) {
      long there = devices();
      tell(device + " unplug");
      long deadline = System.nanoTime() + GONE_NANOS;
      while (devices() >= there && System.nanoTime() < deadline) {
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    }
    tell(device + " plug");
  }

  private static long devices() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/sys/bus/usb/devices"))) {
      return all.count();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
