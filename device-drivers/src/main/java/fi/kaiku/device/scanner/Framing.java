package fi.kaiku.device.scanner;

import java.time.Duration;

/**
 * How a scanner marks the end of a scan.
 *
 * @param idle this much silence ends a scan that has no suffix. Within a scan bytes follow each
 *     other without a gap (about 1 ms each at 9600 baud), but a USB adapter may hold some back
 */
public record Framing(Suffix suffix, Duration idle) {
  /** Long enough for a USB adapter's hold-up, short enough that nobody scans the next card. */
  private static final Duration USUAL_IDLE = Duration.ofMillis(150);

  private static final Duration SHORTEST_IDLE = Duration.ofMillis(20);
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(5);

  public Framing {
    if (idle.compareTo(SHORTEST_IDLE) < 0 || idle.compareTo(LONGEST_IDLE) > 0) {
      throw new IllegalArgumentException(
          "idle time-out " + idle + ": expected " + SHORTEST_IDLE + " to " + LONGEST_IDLE);
    }
  }

  /** What the scanner is set to send after each code. */
  public enum Suffix {
    /** Not known: whichever of CR, LF, CRLF, TAB and ETX comes first ends the scan. */
    ANY,
    CR,
    LF,
    CRLF,
    TAB,
    ETX,
    /** Nothing: only silence ends a scan. */
    NONE
  }

  /**
   * For a scanner whose settings nobody knows. A code with line breaks in it comes out in pieces
   * then; naming the suffix keeps it whole.
   */
  public static Framing unknown() {
    return new Framing(Suffix.ANY, USUAL_IDLE);
  }

  /** For a scanner that is known to send this suffix. */
  public static Framing ending(Suffix suffix) {
    return new Framing(suffix, USUAL_IDLE);
  }
}
