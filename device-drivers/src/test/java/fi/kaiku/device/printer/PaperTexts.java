package fi.kaiku.device.printer;

import fi.kaiku.device.virtual.PrintedPaper;
import fi.kaiku.device.virtual.VirtualPrinter;
import java.util.List;

/** What can be read on the paper of a virtual printer. */
final class PaperTexts {
  private PaperTexts() {}

  /** The text of each ticket that was cut off. */
  static List<String> of(VirtualPrinter printer) {
    return printer.tickets().stream().map(PaperTexts::of).toList();
  }

  static String of(PrintedPaper paper) {
    return String.join("\n", paper.lines()).strip();
  }
}
