package fi.kaiku.terminal.selftest;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.printer.Receipt;
import fi.kaiku.device.printer.ReceiptLine;
import fi.kaiku.device.printer.ReceiptLine.Align;
import fi.kaiku.device.printer.ReceiptLine.Size;
import fi.kaiku.device.printer.ReceiptLine.Weight;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A page that shows at a glance whether letters, sizes, the code and the cut are right. */
public final class TestPage {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d.M.yyyy H:mm:ss");

  /** No card's and no ticket's shape (R2): whoever scans it is told that it is neither. */
  static final String CODE = "KAIKU-TEST";

  private TestPage() {}

  public static Receipt of(DeviceName printer, String venue, ZonedDateTime now) {
    return new Receipt(
        List.of(
            new ReceiptLine.Pair(venue, printer.value(), Weight.BOLD),
            new ReceiptLine.Rule(),
            text("Koetulostus", Size.LARGE, Weight.BOLD),
            text("Testutskrift", Size.TALL, Weight.REGULAR),
            text("Test print", Size.NORMAL, Weight.REGULAR),
            text(now.format(TIME), Size.NORMAL, Weight.REGULAR),
            text("ÅÄÖ åäö é € 0123456789", Size.NORMAL, Weight.REGULAR),
            new ReceiptLine.Feed(1),
            new ReceiptLine.QrCode(CODE),
            new ReceiptLine.Feed(1),
            new ReceiptLine.Pair("|", "|", Weight.REGULAR)));
  }

  private static ReceiptLine text(String text, Size size, Weight weight) {
    return new ReceiptLine.Text(text, size, weight, Align.LEFT);
  }
}
