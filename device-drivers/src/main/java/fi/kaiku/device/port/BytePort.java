package fi.kaiku.device.port;

import java.io.IOException;
import java.time.Duration;

/**
 * A two-way stream of bytes to a device: the seam below which a serial line, a USB bulk pair, a TCP
 * connection or a script may sit. One thread reads and one thread writes (they may be two); {@link
 * #close()} may come from any thread and makes a blocked read or write end with an {@link
 * IOException}.
 */
public interface BytePort extends AutoCloseable {

  /**
   * Waits for bytes.
   *
   * @return how many bytes were put at the start of {@code buffer}; 0 when the time-out passed
   * @throws IOException when the device is gone or the port closed
   */
  int read(byte[] buffer, Duration timeout) throws IOException;

  /**
   * Writes all bytes, or fails.
   *
   * @throws PartialWriteException when the device is gone or took too long; it says how many bytes
   *     may have been taken at most, which decides whether a job may be tried again
   */
  void write(byte[] bytes, Duration timeout) throws IOException;

  /** Frees the device; never blocks for longer than a second; harmless when repeated. */
  @Override
  void close();
}
