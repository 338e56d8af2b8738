package fi.kaiku.device.scanner;

import fi.kaiku.device.scanner.ProbeFinding.Understood;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Listens to one device until the test sheet was read with it. For one thread; close from any. */
final class SheetListener implements AutoCloseable {
  /** Nobody scans the next code sooner, and no scanner pauses for so long within one. */
  private static final Duration SILENCE = Duration.ofMillis(500);

  private static final Duration QUIET = Duration.ofSeconds(1);

  /** Longer than any of the test sheet's codes with all that a scanner may put around it. */
  private static final int LONGEST_CAPTURE = 256;

  private final Source source;
  private final SheetReading sheet;
  private final ByteArrayOutputStream capture = new ByteArrayOutputStream();

  /** What a device sends, as bytes of text. */
  interface Source extends AutoCloseable {
    /** Waits for text; empty when the time-out passed. */
    byte[] read(Duration timeout) throws IOException;

    @Override
    void close();
  }

  SheetListener(Source source, ScannerProbe probe) {
    this.source = source;
    this.sheet = new SheetReading(probe);
  }

  /**
   * Listens.
   *
   * @return how the scanner is set
   * @throws IOException when the device is gone or was closed
   */
  Understood listen() throws IOException {
    while (true) {
      byte[] came = source.read(capture.size() > 0 ? SILENCE : QUIET);
      if (came.length > 0) {
        capture.write(came, 0, Math.min(came.length, LONGEST_CAPTURE - capture.size()));
      } else if (capture.size() > 0) {
        Optional<Understood> found = sheet.take(capture.toByteArray());
        capture.reset();
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
