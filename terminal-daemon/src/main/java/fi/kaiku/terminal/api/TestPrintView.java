package fi.kaiku.terminal.api;

import fi.kaiku.device.printer.PrintOutcome;

/** Schema {@code TestPrint}: what became of a test page. */
record TestPrintView(String outcome, String code, String detail) {
  static TestPrintView of(PrintOutcome outcome) {
    return switch (outcome) {
      case PrintOutcome.Confirmed() -> new TestPrintView("confirmed", null, null);
      case PrintOutcome.Sent() -> new TestPrintView("sent", null, null);
      case PrintOutcome.NotStarted(var code) -> new TestPrintView("not-started", code.code(), null);
      case PrintOutcome.Refused(String why) -> new TestPrintView("refused", null, why);
      case PrintOutcome.Unknown(String why) -> new TestPrintView("unknown", null, why);
    };
  }
}
