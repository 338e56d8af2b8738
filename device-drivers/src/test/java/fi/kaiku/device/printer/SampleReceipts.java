package fi.kaiku.device.printer;

import fi.kaiku.device.printer.ReceiptLine.Align;
import fi.kaiku.device.printer.ReceiptLine.Feed;
import fi.kaiku.device.printer.ReceiptLine.Pair;
import fi.kaiku.device.printer.ReceiptLine.QrCode;
import fi.kaiku.device.printer.ReceiptLine.Rule;
import fi.kaiku.device.printer.ReceiptLine.Size;
import fi.kaiku.device.printer.ReceiptLine.Text;
import fi.kaiku.device.printer.ReceiptLine.Weight;
import java.util.List;

/** Receipts that tests print. */
final class SampleReceipts {
  static final String TICKET_NUMBER = "ET-20261123-0007-A1";

  private SampleReceipts() {}

  /** What a ticket of a venue looks like. */
  static Receipt ticket() {
    return new Receipt(
        List.of(
            text("Espoon kulttuurikeskus", Size.NORMAL, Weight.REGULAR, Align.CENTRE),
            new Feed(1),
            text("Äänien yö – Öinen sävel", Size.LARGE, Weight.BOLD, Align.CENTRE),
            new Feed(1),
            text("ma 23.11.2026 klo 19.00", Size.TALL, Weight.BOLD, Align.CENTRE),
            text("Tapiolasali, paikat numeroimatta", Size.NORMAL, Weight.REGULAR, Align.CENTRE),
            new Rule(),
            new Pair("Aikuinen", "1 / 3", Weight.REGULAR),
            new Pair("Palvelumaksu", "2,50 €", Weight.REGULAR),
            new Pair("Lippu", TICKET_NUMBER, Weight.BOLD),
            new Rule(),
            new QrCode(TICKET_NUMBER),
            text(
                "Pidä lippu tallessa koko esityksen ajan. Ovet avataan tuntia ennen alkua.",
                Size.NORMAL,
                Weight.REGULAR,
                Align.LEFT)));
  }

  static Receipt line(String words) {
    return new Receipt(List.of(text(words, Size.NORMAL, Weight.REGULAR, Align.LEFT)));
  }

  static Text text(String words, Size size, Weight weight, Align align) {
    return new Text(words, size, weight, align);
  }
}
