package fi.kaiku.device.scanner;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An open connection to one scanner, whatever it sends: bytes, HID reports, keys. Belongs to the
 * scanner's owner thread; {@link #close()} may come from any thread and ends a waiting {@link
 * #next}.
 */
interface ScanLine extends AutoCloseable {

  /**
   * Waits for readings, for about a second at most: the owner has to look up now and then.
   *
   * @throws IOException when the device is gone or the line closed
   */
  List<Reading> next() throws IOException;

  /** Readings about what the broken line left unfinished. */
  List<Reading> cut(Instant at);

  /** Why the device is no use as it is, if so. */
  Optional<Complaint> complaint();

  @Override
  void close();

  /** Opens the line anew; called again after each trouble. */
  @FunctionalInterface
  interface Opener {
    ScanLine open() throws IOException;
  }
}
