package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.HealthCode;
import fi.kaiku.device.lab.Lab;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.printer.PrintOutcome.Confirmed;
import fi.kaiku.device.printer.PrintOutcome.NotStarted;
import fi.kaiku.device.printer.PrinterProfile.Confirmation;
import fi.kaiku.device.printer.PrinterProfile.StatusWay;
import fi.kaiku.device.usb.UsbHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is set up as a printer and is none, while a real one prints beside it. */
@Timeout(120)
class LyingPrinterInGuest {
  private static final PrinterProfile TALKS =
      TestPrinters.profile(StatusWay.ASB, Confirmation.BARRIER);

  private final StateWatcher states = new StateWatcher();
  private Lab lab;

  @BeforeEach
  void plug() throws Exception {
    lab = new Lab();
    lab.tell("make liar deaf");
    lab.tell("liar plug");
    lab.plugAfresh("hidpos");
    lab.plugAfresh("printer");
  }

  @AfterEach
  void unplug() throws Exception {
    lab.tell("liar unplug");
    lab.close();
  }

  @ParameterizedTest
  @CsvSource({
    // Printer class without a way in for data.
    "usb:1209:0006:DEAF001",
    // A scanner.
    "usb:1209:0003:POS0001",
  })
  void itIsNoPrinterWhateverItSaysAndTheOneBesideItPrints(String address) throws Exception {
    try (EscPosPrinter liar = at(address);
        EscPosPrinter honest = at("usb:1209:0005:PRN0001")) {
      liar.start(states);
      honest.start(state -> {});
      states.awaitTrouble(HealthCode.PRINTER_WRONG_MODE);
      assertThat(liar.print(SampleReceipts.line("ei")))
          .isEqualTo(new NotStarted(HealthCode.PRINTER_WRONG_MODE));
      PrintOutcome outcome = honest.print(SampleReceipts.line("kyllä"));
      while (outcome instanceof NotStarted) {
        // Before its first connection a printer prints nothing.
        outcome = honest.print(SampleReceipts.line("kyllä"));
      }
      assertThat(outcome).isEqualTo(new Confirmed());
    }
  }

  private static EscPosPrinter at(String address) {
    PortAddress.Usb wanted = (PortAddress.Usb) PortAddress.parse(address);
    return TestPrinters.slowDriver(
        () -> UsbPrinterPort.open(wanted, GuestPrinterContract.DEVICES, new UsbHost()), TALKS);
  }
}
