package fi.kaiku.terminal.clock;

import fi.kaiku.terminal.disk.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * The latest times that this terminal has seen, over all its starts.
 *
 * @param good the latest trusted time, not by a clerk's word; the build's time where there was none
 * @param confirmed the latest that a clerk confirmed; else the same as {@code good}
 * @param ever whether {@code good} is more than the build's time
 */
record GoodTime(Instant good, Instant confirmed, Ever ever) {
  private static final System.Logger LOG = System.getLogger(GoodTime.class.getName());

  /** Whether this terminal has ever known a good time. */
  enum Ever {
    YES,
    NO
  }

  static GoodTime none(Instant built) {
    return new GoodTime(built, built, Ever.NO);
  }

  GoodTime at(Instant now) {
    return new GoodTime(now, confirmed, Ever.YES);
  }

  GoodTime confirmedAt(Instant now) {
    return new GoodTime(good, now, ever);
  }

  Instant latest() {
    return good.isAfter(confirmed) ? good : confirmed;
  }

  /** A missing or damaged file counts as none: the build's time still holds. */
  static GoodTime read(Path file, Instant built) {
    if (Files.notExists(file)) {
      return none(built);
    }
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
      Instant good = Instant.parse(lines.get(0));
      Instant confirmed = Instant.parse(lines.get(1));
      return new GoodTime(good, confirmed, good.isAfter(built) ? Ever.YES : Ever.NO);
    } catch (IOException | DateTimeException | IndexOutOfBoundsException e) {
      LOG.log(System.Logger.Level.WARNING, "The last good time in " + file + " is lost", e);
      return none(built);
    }
  }

  void write(Path file) throws IOException {
    DurableFile.write(file, (good + "\n" + confirmed + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
