package fi.kaiku.device.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What the kernel says of devices that come and go (netlink, group 1: not what udevd makes of it,
 * so it works where no udevd runs). For one thread; {@link #close()} from any.
 */
public final class Uevents implements AutoCloseable {
  /** A message has at most 2 kB of variables and a path (kernel: UEVENT_BUFFER_SIZE). */
  private static final int LONGEST = 8_192;

  /** The kernel dropped messages because nobody read them: something surely happened. */
  private static final int ENOBUFS = 105;

  private static final char ACTION_END = '@';
  private static final String USB = "/usb";

  private final KernelFile socket;
  private final byte[] buffer = new byte[LONGEST];

  private Uevents(KernelFile socket) {
    this.socket = socket;
  }

  /**
   * Listens from now on.
   *
   * @throws IOException where the kernel does not let us, as in some containers
   */
  public static Uevents listen() throws IOException {
    return new Uevents(KernelFile.uevents());
  }

  /**
   * Waits until something happens to a USB device.
   *
   * @return whether something did before the time-out
   */
  public boolean await(Duration timeout) throws IOException {
    long end = System.nanoTime() + timeout.toNanos();
    while (true) {
      long left = Math.max(end - System.nanoTime(), 0);
      if (next(Duration.ofNanos(left))) {
        return true;
      }
      if (System.nanoTime() - end >= 0) {
        return false;
      }
    }
  }

  private boolean next(Duration timeout) throws IOException {
    try {
      return concernsUsb(buffer, socket.read(buffer, timeout));
    } catch (KernelException e) {
      if (e.errno() == ENOBUFS) {
        return true;
      }
      throw e;
    }
  }

  /**
   * Whether a message, {@code ACTION@DEVPATH} and then variables, is about a device on a USB bus or
   * something that hangs on it. Pure; of damaged messages false.
   */
  static boolean concernsUsb(byte[] message, int length) {
    int end = 0;
    while (end < length && message[end] != 0) {
      end++;
    }
    String header = new String(message, 0, end, StandardCharsets.ISO_8859_1);
    int at = header.indexOf(ACTION_END);
    return at > 0 && header.indexOf(USB, at) > 0;
  }

  @Override
  public void close() {
    socket.close();
  }
}
