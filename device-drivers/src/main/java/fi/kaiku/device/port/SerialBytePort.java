package fi.kaiku.device.port;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A serial line, USB-CDC device or pseudo-terminal through jSerialComm 2.11.4; 8 data bits, no
 * parity, 1 stop bit, no flow control.
 *
 * <p>Kept away from what that library does badly on Linux:
 *
 * <ul>
 *   <li>no event listener: after an unplug its thread spins (0.8 million callbacks a second). Reads
 *       block in the kernel for {@link #READ_SLICE} at a time, end at once when a byte comes or the
 *       port is closed, and fail at once when the device goes;
 *   <li>{@code isOpen()} stays true after an unplug: never asked;
 *   <li>an old port object reopens the old device node: each {@link #open} makes a new one;
 *   <li>{@code getCommPort} turns a missing path into another one under /dev: looked for first;
 *   <li>a write to a stuck device blocks for ever: a watch closes the port when the time is over;
 *   <li>closing may hang in the driver (2.65 s seen with unsent bytes): done on a thread of its
 *       own.
 * </ul>
 */
public final class SerialBytePort implements BytePort {
  /**
   * The kernel's own read time-out (termios VTIME), set once: changing it later would set up the
   * whole line anew. Between scans a reader waits so long, so an idle line wakes us once a second.
   */
  private static final Duration READ_SLICE = Duration.ofSeconds(1);

  /** How often a shorter wait looks for bytes: within a scan, until its idle time is over. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

  /** A read that ends empty in less than this did not wait: the line is not what it seems. */
  private static final Duration SUSPICIOUS = Duration.ofMillis(25);

  /** So many suspicious reads in a row mean a dead line; a signal may cause one or two. */
  private static final int SUSPICIOUS_READS = 5;

  /** Small enough that a failed write tells closely how far it came, large enough to be fast. */
  private static final int WRITE_SLICE = 512;

  /** {@link BytePort#close()} must not block for longer than a second. */
  private static final Duration CLOSE_WAIT = Duration.ofMillis(900);

  private static final int EACCES = 13;
  private static final int EPERM = 1;
  private static final int EAGAIN = 11;
  private static final int EBUSY = 16;
  private static final int ENOENT = 2;
  private static final int ENXIO = 6;
  private static final int ENODEV = 19;
  private static final int EIO = 5;

  private final SerialPort line;
  private final String path;
  private final ExclusiveUse use;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CountDownLatch closing = new CountDownLatch(1);

  private SerialBytePort(SerialPort line, String path, ExclusiveUse use) {
    this.line = line;
    this.path = path;
    this.use = use;
  }

  /**
   * Opens the device that the path leads to now.
   *
   * @param baud bits per second; USB-CDC devices ignore it
   * @throws PortUnavailableException when it is absent, held by another or not ours to use
   * @throws IOException when the system says something else
   */
  public static SerialBytePort open(PortAddress.Serial address, int baud) throws IOException {
    String path = address.path();
    if (!Files.exists(Path.of(path))) {
      throw new PortUnavailableException(Reason.ABSENT, "open " + path + ": no such device", null);
    }
    SerialPort line = find(path);
    line.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    line.setComPortTimeouts(
        SerialPort.TIMEOUT_READ_SEMI_BLOCKING, Math.toIntExact(READ_SLICE.toMillis()), 0);
    if (!line.openPort(0)) {
      int error = line.getLastErrorCode();
      line.closePort();
      throw failure(error, path);
    }
    try {
      return new SerialBytePort(line, path, ExclusiveUse.take(Path.of(path)));
    } catch (IOException e) {
      line.closePort();
      throw e;
    }
  }

  private static SerialPort find(String path) throws PortUnavailableException {
    try {
      return SerialPort.getCommPort(path);
    } catch (SerialPortInvalidPortException e) {
      throw new PortUnavailableException(Reason.ABSENT, "open " + path + ": no such device", e);
    }
  }

  private static IOException failure(int error, String path) {
    String message = "open " + path + ": system error " + error;
    return switch (error) {
      case EACCES, EPERM -> new PortUnavailableException(Reason.NO_RIGHTS, message, null);
      case EAGAIN, EBUSY -> new PortUnavailableException(Reason.HELD_BY_OTHER, message, null);
      // jSerialComm also says 2 when this very program has the port open.
      case ENOENT ->
          new PortUnavailableException(
              Files.exists(Path.of(path)) ? Reason.HELD_BY_OTHER : Reason.ABSENT, message, null);
      case ENXIO, ENODEV, EIO -> new PortUnavailableException(Reason.ABSENT, message, null);
      default -> new IOException(message);
    };
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws IOException {
    long end = System.nanoTime() + timeout.toNanos();
    int suspicious = 0;
    long left = timeout.toNanos();
    while (left >= READ_SLICE.toNanos()) {
      long start = System.nanoTime();
      int count = readNow(buffer);
      if (count > 0) {
        return count;
      }
      suspicious = System.nanoTime() - start < SUSPICIOUS.toNanos() ? suspicious + 1 : 0;
      if (suspicious >= SUSPICIOUS_READS) {
        throw gone();
      }
      left = end - System.nanoTime();
    }
    return awaitByte(end) ? readNow(buffer) : 0;
  }

  private int readNow(byte[] buffer) throws IOException {
    int count = closed.get() ? -1 : line.readBytes(buffer, buffer.length);
    if (count < 0) {
      throw gone();
    }
    return count;
  }

  /** The rest of a wait, too short for the kernel's time-out. */
  private boolean awaitByte(long end) throws IOException {
    try {
      while (true) {
        int waiting = closed.get() ? -1 : line.bytesAvailable();
        if (waiting < 0) {
          throw gone();
        }
        if (waiting > 0 || System.nanoTime() - end >= 0) {
          return waiting > 0;
        }
        if (closing.await(BETWEEN_LOOKS.toNanos(), TimeUnit.NANOSECONDS)) {
          throw gone();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("read " + path + ": interrupted");
    }
  }

  private IOException gone() {
    return new IOException(
        "read " + path + ": " + (closed.get() ? "closed" : "the device is gone"));
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws IOException {
    CountDownLatch done = new CountDownLatch(1);
    AtomicBoolean late = new AtomicBoolean();
    Thread.ofPlatform()
        .daemon()
        .name("serial-write-watch " + path)
        .start(() -> closeWhenLate(done, late, timeout));
    try {
      writeSlices(bytes, late);
    } finally {
      done.countDown();
    }
  }

  private void writeSlices(byte[] bytes, AtomicBoolean late) throws PartialWriteException {
    int taken = 0;
    while (taken < bytes.length) {
      if (closed.get()) {
        throw cutShort(taken, late);
      }
      int slice = Math.min(WRITE_SLICE, bytes.length - taken);
      int count = line.writeBytes(bytes, slice, taken);
      if (count != slice) {
        // Of a slice that was stuck nobody knows how much went out: it counts as taken.
        throw cutShort(taken + (closed.get() ? slice : Math.max(count, 0)), late);
      }
      taken += slice;
    }
  }

  private PartialWriteException cutShort(int taken, AtomicBoolean late) {
    String cause = late.get() ? "took too long" : "the device is gone";
    return new PartialWriteException("write " + path + ": " + cause, taken, null);
  }

  /** A stuck native write ends only when its port is closed. */
  private void closeWhenLate(CountDownLatch done, AtomicBoolean late, Duration timeout) {
    try {
      if (!done.await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        late.set(true);
        close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    closing.countDown();
    Thread closer = Thread.ofPlatform().daemon().name("serial-close " + path).start(this::free);
    try {
      closer.join(CLOSE_WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void free() {
    use.close();
    line.closePort();
  }
}
