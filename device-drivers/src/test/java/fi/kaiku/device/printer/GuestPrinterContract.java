package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.HealthCode;
import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.lab.Lab;
import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.printer.PrintOutcome.Confirmed;
import fi.kaiku.device.printer.PrintOutcome.NotStarted;
import fi.kaiku.device.printer.PrintOutcome.Sent;
import fi.kaiku.device.printer.PrintOutcome.Unknown;
import fi.kaiku.device.printer.PrinterProfile.Confirmation;
import fi.kaiku.device.printer.PrinterProfile.StatusWay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shipped driver and a class 7 printer on a real kernel's USB stack, whatever the way to it.
 */
@Timeout(120)
abstract class GuestPrinterContract {
  static final PortAddress.Usb ADDRESS =
      (PortAddress.Usb) PortAddress.parse("usb:1209:0005:PRN0001");
  static final SysfsScan DEVICES = new SysfsScan(Path.of("/sys"));
  private static final PrinterProfile TALKS =
      TestPrinters.profile(StatusWay.ASB, Confirmation.BARRIER);

  private final StateWatcher states = new StateWatcher();
  Lab lab;

  /** Opens the printer's port this way. */
  abstract BytePort open() throws IOException;

  @BeforeEach
  void plug() throws Exception {
    lab = new Lab();
    lab.plugAfresh("printer");
    lab.tell("printer printed");
  }

  @AfterEach
  void leave() throws Exception {
    lab.close();
  }

  private EscPosPrinter start(PrinterProfile profile) {
    EscPosPrinter printer = TestPrinters.slowDriver(this::open, profile);
    printer.start(states);
    return printer;
  }

  String printed() throws Exception {
    byte[] bytes = HexFormat.of().parseHex(lab.tell("printer printed"));
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Receipt line(String words) {
    return SampleReceipts.line(words);
  }

  @ParameterizedTest
  @CsvSource({"ASB, BARRIER", "DLE_EOT, BARRIER", "LEARN, BARRIER"})
  void aTicketIsPrintedAndConfirmed(StatusWay status, Confirmation confirmation) throws Exception {
    try (EscPosPrinter printer = start(TestPrinters.profile(status, confirmation))) {
      assertThat(printer.print(SampleReceipts.ticket())).isEqualTo(new Confirmed());
      assertThat(printer.print(line("toinen"))).isEqualTo(new Confirmed());
    }
    assertThat(printed()).contains("Espoon kulttuurikeskus").containsOnlyOnce("toinen");
  }

  @Test
  void itsModelIsKnownWithoutTheQuestionThatSomePrintersPrint() throws Exception {
    try (EscPosPrinter printer = start(TestPrinters.profile(StatusWay.NONE, Confirmation.NONE))) {
      states.awaitWorking();
      assertThat(printer.model()).isEqualTo("LAB80");
    }
    assertThat(printed()).as("GS I").doesNotContain("\u001DI");
  }

  @ParameterizedTest
  @CsvSource({
    "paper-out, PRINTER_PAPER_OUT",
    "cover-open, PRINTER_COVER_OPEN",
    "offline, PRINTER_OFFLINE",
    "error, PRINTER_FAULTY",
  })
  void inTroubleNothingIsSentAndLaterItPrints(String trouble, HealthCode code) throws Exception {
    try (EscPosPrinter printer = start(TALKS)) {
      states.awaitWorking();
      lab.tell("printer set " + trouble);
      states.awaitTrouble(code);
      assertThat(printer.print(line("odota"))).isEqualTo(new NotStarted(code));
      lab.tell("printer clear " + trouble);
      states.awaitWorking();
      assertThat(printer.print(line("nyt"))).isEqualTo(new Confirmed());
    }
    assertThat(printed()).doesNotContain("odota").containsOnlyOnce("nyt");
  }

  @Test
  void unpluggedInTheMiddleOfATicketItIsUnknownAndTheNextOneIsWhole() throws Exception {
    try (EscPosPrinter printer = start(TALKS);
        ExecutorService clerk = Executors.newSingleThreadExecutor()) {
      assertThat(printer.print(line("ensin"))).isEqualTo(new Confirmed());
      printed();
      Future<PrintOutcome> cut = clerk.submit(() -> printer.print(longTicket(20_000)));
      // Once the first slice is on paper (questions are far shorter), the plug is pulled.
      while (!lab.tell("printer count").matches("printed=[0-9]{4,} .*")) {
        Thread.onSpinWait();
      }
      lab.tell("printer unplug");
      assertThat(cut.get(60, TimeUnit.SECONDS)).isInstanceOf(Unknown.class);
      states.awaitTrouble(HealthCode.PRINTER_UNPLUGGED);

      lab.tell("printer plug");
      states.awaitWorking();
      assertThat(printer.print(line("toinen"))).isEqualTo(new Confirmed());
    }
    assertThat(printed()).doesNotContain("sana0 ").containsOnlyOnce("toinen");
  }

  @Test
  void aPrinterThatTakesNoMoreGetsTheRestWhenItsCoverIsClosed() throws Exception {
    try (EscPosPrinter printer = start(TALKS);
        ExecutorService clerk = Executors.newSingleThreadExecutor()) {
      assertThat(printer.print(line("ensin"))).isEqualTo(new Confirmed());
      printed();
      lab.tell("printer nak 01 on");
      lab.tell("later 1500 printer nak 01 off");
      Future<PrintOutcome> ticket = clerk.submit(() -> printer.print(longTicket(2000)));
      PrintOutcome outcome = ticket.get(60, TimeUnit.SECONDS);
      // Asked before its first byte, a printer that takes nothing may also count as silent.
      assertThat(outcome).isIn(new Confirmed(), new NotStarted(HealthCode.PRINTER_SILENT));
      if (outcome instanceof Confirmed) {
        assertThat(printed()).containsOnlyOnce("sana0 ").containsOnlyOnce("sana1999");
      }
    }
  }

  /** As the terminal's watch over the USB does, the test tells of the plug. */
  @Test
  @Timeout(900)
  void anUnpluggedPrinterSaysSoAndPrintsAgainAfterItIsBack() throws Exception {
    try (EscPosPrinter printer = start(TALKS)) {
      states.awaitWorking();
      for (int round = 0; round < Lab.REPLUGS; round++) {
        lab.tell("printer unplug");
        states.awaitTrouble(HealthCode.PRINTER_ABSENT);
        lab.tell("printer plug");
        printer.retryNow();
        states.awaitWorking();
        assertThat(printer.print(line("kierros" + round))).isEqualTo(new Confirmed());
        assertThat(printed()).containsOnlyOnce("kierros" + round);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stall 01", "fault 01 EPROTO", "fault 01 EILSEQ"})
  void aFaultOnTheWayInIsTheCablesAndNotAnUnplug(String fault) throws Exception {
    try (EscPosPrinter printer = start(TALKS)) {
      states.awaitWorking();
      lab.tell("printer " + fault);
      assertThat(printer.print(line("vika"))).isNotEqualTo(new Confirmed());
      states.awaitTrouble(HealthCode.PRINTER_DISTURBED);
      states.awaitWorking();
    }
  }

  @ParameterizedTest
  @CsvSource({"stall 01", "fault 01 EPROTO", "stall 82", "fault 82 EPROTO", "fault 82 EOVERFLOW"})
  void afterAFaultOnTheWireItPrintsAgainAndNothingTwice(String fault) throws Exception {
    try (EscPosPrinter printer = start(TALKS)) {
      assertThat(printer.print(line("ensin"))).isEqualTo(new Confirmed());
      printed();
      lab.tell("printer " + fault);

      PrintOutcome outcome = printer.print(line("vika"));

      PrintOutcome next;
      do {
        next = printer.print(line("sitten"));
      } while (!(next instanceof Confirmed));
      String paper = printed();
      if (outcome instanceof NotStarted) {
        assertThat(paper).doesNotContain("vika");
      } else {
        assertThat(paper.split("vika", -1)).hasSizeLessThanOrEqualTo(2);
      }
      assertThat(paper).contains("sitten");
    }
  }

  @Test
  void aPrinterThatNeverAnswersIsSentTheTicketUnlessItsPortTellsTrouble() throws Exception {
    lab.tell("printer nak 82 on");
    try (EscPosPrinter printer = start(TestPrinters.profile(StatusWay.NONE, Confirmation.NONE))) {
      assertThat(printer.print(line("mykkä"))).isEqualTo(new Sent());
      lab.tell("printer set paper-out");
      assertThat(printer.print(line("paperitta")))
          .isEqualTo(new NotStarted(HealthCode.PRINTER_PAPER_OUT));
      lab.tell("printer clear paper-out");
      assertThat(printer.print(line("taas"))).isEqualTo(new Sent());
    }
    lab.tell("printer nak 82 off");
    assertThat(printed()).contains("mykk").doesNotContain("paperitta").contains("taas");
  }

  @Test
  void whoeverHoldsThePrinterIsToldApartFromItsAbsence() throws Exception {
    EscPosPrinter printer;
    try (BytePort holder = open()) {
      assertThat(((PortStatusSource) holder).portStatus().saysPaperOut()).isFalse();
      printer = start(TALKS);
      states.awaitTrouble(HealthCode.PRINTER_HELD_BY_OTHER);
    }
    try (printer) {
      states.awaitWorking();
      lab.tell("printer unplug");
      states.awaitTrouble(HealthCode.PRINTER_ABSENT);
      assertThat(printer.print(line("poissa")))
          .isEqualTo(new NotStarted(HealthCode.PRINTER_ABSENT));
    }
  }

  private static Receipt longTicket(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append("sana").append(i).append(' ');
    }
    return line(words.toString());
  }
}
