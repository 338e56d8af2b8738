package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.printer.PrintOutcome.Confirmed;
import fi.kaiku.device.printer.PrintOutcome.NotStarted;
import fi.kaiku.device.printer.PrintOutcome.Unknown;
import fi.kaiku.device.printer.PrinterProfile.Confirmation;
import fi.kaiku.device.printer.PrinterProfile.StatusWay;
import fi.kaiku.device.virtual.PaperRoll;
import fi.kaiku.device.virtual.VirtualPrinter;
import fi.kaiku.device.virtual.VirtualPrinter.Breakdown;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The printer dies after every single byte of a ticket: what is said of it agrees with the paper.
 */
class KillPointTest {
  private static final String TEXT = "Äänien yö 19.00";

  private enum Said {
    NOT_STARTED,
    UNKNOWN,
    CONFIRMED
  }

  @ParameterizedTest
  @CsvSource({
    "POWER_LOST, BARRIER",
    "POWER_LOST, PROCESS_ID",
    "CABLE_PULLED, BARRIER",
    "CABLE_PULLED, PROCESS_ID"
  })
  void whateverByteItDiesAtTheOutcomeAgreesWithThePaper(Breakdown how, Confirmation confirmation)
      throws Exception {
    PrinterProfile profile = TestPrinters.profile(StatusWay.DLE_EOT, confirmation);
    Set<Said> all = EnumSet.noneOf(Said.class);
    int at = 0;
    Said said;
    do {
      said = dieAt(at, how, profile);
      all.add(said);
      at++;
    } while (said != Said.CONFIRMED);

    assertThat(all).isEqualTo(EnumSet.allOf(Said.class));
    assertThat(at).as("a ticket has that many places to die at").isGreaterThan(60);
  }

  private static Said dieAt(int bytes, Breakdown how, PrinterProfile profile) throws Exception {
    VirtualPrinter virtual = new VirtualPrinter(PaperRoll.MM_80);
    try (EscPosPrinter printer = TestPrinters.driver(virtual::open, profile)) {
      printer.start(state -> {});
      assertThat(printer.print(SampleReceipts.line("ensin"))).isEqualTo(new Confirmed());
      virtual.breakAfter(bytes, how);

      PrintOutcome outcome = printer.print(SampleReceipts.line(TEXT));

      boolean onPaper =
          PaperTexts.of(virtual).contains(TEXT) || PaperTexts.of(virtual.uncut()).contains(TEXT);
      return switch (outcome) {
        case Confirmed() -> {
          assertThat(PaperTexts.of(virtual)).containsExactly("ensin", TEXT);
          yield Said.CONFIRMED;
        }
        case NotStarted(var code) -> {
          assertThat(onPaper).as("not started at byte " + bytes + ": " + code).isFalse();
          yield Said.NOT_STARTED;
        }
        case Unknown(var why) -> Said.UNKNOWN;
        case PrintOutcome.Sent() -> throw new AssertionError("this printer confirms");
        case PrintOutcome.Refused(var why) -> throw new AssertionError(why);
      };
    }
  }
}
