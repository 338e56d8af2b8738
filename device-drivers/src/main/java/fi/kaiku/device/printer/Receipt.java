package fi.kaiku.device.printer;

import java.util.List;

/** A piece of paper to print: lines from top to bottom, ended by a cut where there is a cutter. */
public record Receipt(List<ReceiptLine> lines) {
  public Receipt {
    lines = List.copyOf(lines);
  }
}
