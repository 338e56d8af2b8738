package fi.kaiku.device.printer;

import fi.kaiku.device.printer.PrinterReport.Block;
import java.util.Locale;

/**
 * Names for jobs in GS ( H: four characters. They go on from where the clock was at the start, so
 * that the late answer to a job of the program's earlier life is not taken for a new one's. Owner
 * thread only.
 */
final class JobIds {
  private static final int RADIX = 36;
  private static final long HOW_MANY = (long) RADIX * RADIX * RADIX * RADIX;

  /** What the printer puts before the id in its answer. */
  private static final String ANSWER_PREFIX = "\"";

  private long next;

  JobIds(long start) {
    this.next = start;
  }

  String next() {
    String digits = Long.toString(Math.floorMod(next++, HOW_MANY), RADIX).toUpperCase(Locale.ROOT);
    return "0".repeat(4 - digits.length()) + digits;
  }

  static boolean isAnswer(PrinterReport report, String id) {
    return report instanceof Block(int header, String text)
        && header == Block.PROCESS_ID
        && text.equals(ANSWER_PREFIX + id);
  }
}
