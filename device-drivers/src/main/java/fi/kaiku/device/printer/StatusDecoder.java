package fi.kaiku.device.printer;

import fi.kaiku.device.printer.PrinterReport.Automatic;
import fi.kaiku.device.printer.PrinterReport.Block;
import fi.kaiku.device.printer.PrinterReport.Garbage;
import fi.kaiku.device.printer.PrinterReport.RealTime;
import fi.kaiku.device.printer.PrinterReport.Transmitted;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Takes apart what a printer sends: answers of several kinds share one stream and are told apart by
 * fixed bits (Epson's ESC/POS command reference, "Transmission status identification"). Any
 * chunking gives the same reports; after damage it finds back at the next report. Reader thread
 * only.
 *
 * <pre>
 * 0xx1xx10                   answer to DLE EOT
 * 0xx1xx00 + 3 x 0xx0xxxx    automatic status back
 * 0xx0xxxx                   answer to GS r
 * 35 37 3B 3D 5F ... 00      block of text
 * 11, 13                     XON, XOFF: the port's business, dropped here
 * </pre>
 */
final class StatusDecoder {

  /** The longest block in the manuals is 80 characters; more means that its NUL was lost. */
  static final int LONGEST_BLOCK = 128;

  private static final int FIXED_BITS = 0b1001_0011;
  private static final int ASB_FOLLOWING_FIXED_BITS = 0b1001_0000;
  private static final int ASB_LENGTH = 4;
  private static final int XON = 0x11;
  private static final int XOFF = 0x13;

  private final Consumer<PrinterReport> reports;
  private final byte[] pending = new byte[LONGEST_BLOCK + 2];
  private int count;

  StatusDecoder(Consumer<PrinterReport> reports) {
    this.reports = reports;
  }

  void accept(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      pending[count++] = bytes[i];
      while (count > 0 && takeOne()) {
        // One more byte may complete a report and free those behind a damaged one.
      }
    }
  }

  /** True when something was taken off the front of what is pending. */
  private boolean takeOne() {
    int first = at(0);
    if (isBlockHeader(first)) {
      return takeBlock(first);
    }
    if (first == XON || first == XOFF) {
      drop(1);
      return true;
    }
    if ((first & FIXED_BITS) == 0x12) {
      return take(1, new RealTime(first));
    }
    if ((first & FIXED_BITS) == 0x10) {
      return takeAutomatic();
    }
    if ((first & ASB_FOLLOWING_FIXED_BITS) == 0) {
      return take(1, new Transmitted(first));
    }
    return take(1, new Garbage(1));
  }

  private boolean takeAutomatic() {
    for (int i = 1; i < count; i++) {
      if ((at(i) & ASB_FOLLOWING_FIXED_BITS) != 0) {
        return take(i, new Garbage(i));
      }
    }
    return count == ASB_LENGTH && take(ASB_LENGTH, new Automatic(at(0), at(1), at(2), at(3)));
  }

  private boolean takeBlock(int header) {
    int last = at(count - 1);
    if (count > 1 && last == 0) {
      String text = new String(pending, 1, count - 2, StandardCharsets.ISO_8859_1);
      return take(count, new Block(header, text));
    }
    if (count > 1 && last < ' ') {
      // No text: the block was cut short and another report begins here.
      return take(count - 1, new Garbage(count - 1));
    }
    return count > LONGEST_BLOCK && take(count, new Garbage(count));
  }

  private boolean take(int length, PrinterReport report) {
    drop(length);
    reports.accept(report);
    return true;
  }

  private void drop(int length) {
    System.arraycopy(pending, length, pending, 0, count - length);
    count -= length;
  }

  private int at(int index) {
    return pending[index] & 0xFF;
  }

  private static boolean isBlockHeader(int b) {
    return switch (b) {
      case 0x35, 0x37, 0x3B, 0x3D, 0x5F -> true;
      default -> false;
    };
  }
}
