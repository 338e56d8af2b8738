package fi.kaiku.terminal.api;

import java.util.List;

/** Schema {@code VirtualPrinter}. */
record VirtualPrinterView(List<String> conditions, List<TicketView> tickets) {
  /** One piece of paper; not complete while it hangs out of the printer uncut. */
  record TicketView(int number, String at, boolean complete) {}
}
