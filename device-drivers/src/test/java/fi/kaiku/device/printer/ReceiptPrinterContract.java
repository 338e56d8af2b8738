package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.HealthCode;
import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.printer.PrintOutcome.Confirmed;
import fi.kaiku.device.printer.PrintOutcome.NotStarted;
import fi.kaiku.device.printer.PrintOutcome.Refused;
import fi.kaiku.device.printer.PrintOutcome.Sent;
import fi.kaiku.device.printer.PrintOutcome.Unknown;
import fi.kaiku.device.printer.PrinterProfile.Confirmation;
import fi.kaiku.device.printer.PrinterProfile.StatusWay;
import fi.kaiku.device.printer.PrinterStatus.Condition;
import fi.kaiku.device.printer.PrinterStatus.NotKnown;
import fi.kaiku.device.printer.PrinterStatus.Reported;
import fi.kaiku.device.printer.ReceiptLine.QrCode;
import fi.kaiku.device.virtual.PaperRoll;
import fi.kaiku.device.virtual.VirtualPrinter;
import fi.kaiku.device.virtual.VirtualPrinter.Breakdown;
import fi.kaiku.device.virtual.VirtualPrinter.Talk;
import fi.kaiku.device.virtual.VirtualPrinter.Trouble;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every receipt printer does, whatever the port to it. */
abstract class ReceiptPrinterContract {

  /** A way to that printer. */
  abstract PortOpener waysTo(VirtualPrinter printer) throws Exception;

  private final StateWatcher states = new StateWatcher();

  private EscPosPrinter start(VirtualPrinter virtual, PrinterProfile profile) throws Exception {
    EscPosPrinter printer = TestPrinters.driver(waysTo(virtual), profile);
    printer.start(states);
    return printer;
  }

  private EscPosPrinter start(VirtualPrinter virtual) throws Exception {
    return start(virtual, PrinterProfile.named("generic-80mm"));
  }

  @ParameterizedTest
  @CsvSource({
    "ASB, PROCESS_ID",
    "ASB, BARRIER",
    "DLE_EOT, PROCESS_ID",
    "DLE_EOT, BARRIER",
    "LEARN, BARRIER"
  })
  void aPrinterThatTalksConfirmsEachTicket(StatusWay status, Confirmation confirmation)
      throws Exception {
    VirtualPrinter virtual = new VirtualPrinter(PaperRoll.MM_80);
    try (ReceiptPrinter printer = start(virtual, TestPrinters.profile(status, confirmation))) {
      assertThat(printer.print(SampleReceipts.line("yksi"))).isEqualTo(new Confirmed());
      assertThat(printer.print(SampleReceipts.line("kaksi"))).isEqualTo(new Confirmed());
    }
    assertThat(PaperTexts.of(virtual)).containsExactly("yksi", "kaksi");
  }

  @Test
  void aMutePrinterIsSentTheTicketAndItsStateIsNotKnown() throws Exception {
    VirtualPrinter virtual = new VirtualPrinter(PaperRoll.MM_80, Talk.NOTHING);
    try (ReceiptPrinter printer = start(virtual)) {
      assertThat(printer.print(SampleReceipts.line("yksi"))).isEqualTo(new Sent());
      assertThat(printer.state().status()).isEqualTo(new NotKnown());
    }
  }

  @Test
  void aCloneThatAnswersQuestionsButNoBarrierIsSentTheTicket() throws Exception {
    VirtualPrinter virtual = new VirtualPrinter(PaperRoll.MM_80, Talk.REAL_TIME_ONLY);
    CountDownLatch cut = new CountDownLatch(1);
    virtual.watch(ticket -> cut.countDown());
    try (ReceiptPrinter printer = start(virtual)) {
      assertThat(printer.print(SampleReceipts.line("yksi"))).isEqualTo(new Sent());
      assertThat(printer.state().status()).isEqualTo(new Reported(Set.of()));
      // Sent means on its way: a serial line may still hold it.
      assertThat(cut.await(TestPrinters.LIMIT.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    }
    assertThat(PaperTexts.of(virtual)).containsExactly("yksi");
  }

  @ParameterizedTest
  @CsvSource({
    "PAPER_OUT, PRINTER_PAPER_OUT, ASB",
    "COVER_OPEN, PRINTER_COVER_OPEN, ASB",
    "OFFLINE, PRINTER_OFFLINE, ASB",
    "CUTTER_JAMMED, PRINTER_FAULTY, ASB",
    "PAPER_OUT, PRINTER_PAPER_OUT, DLE_EOT",
    "COVER_OPEN, PRINTER_COVER_OPEN, DLE_EOT",
    "OFFLINE, PRINTER_OFFLINE, DLE_EOT",
    "CUTTER_JAMMED, PRINTER_FAULTY, DLE_EOT"
  })
  void inTroubleNoByteOfTheTicketIsSentAndLaterItPrints(
      Trouble trouble, HealthCode code, StatusWay way) throws Exception {
    VirtualPrinter virtual = new VirtualPrinter(PaperRoll.MM_80);
    virtual.set(trouble);
    try (ReceiptPrinter printer = start(virtual, TestPrinters.profile(way, Confirmation.BARRIER))) {
      assertThat(printer.print(SampleReceipts.line("yksi"))).isEqualTo(new NotStarted(code));
      states.awaitTrouble(code);

      virtual.clear(trouble);
      states.awaitWorking();
      assertThat(printer.print(SampleReceipts.line("yksi"))).isEqualTo(new Confirmed());
    }
    assertThat(PaperTexts.of(virtual)).containsExactly("yksi");
  }

  @Test
  void littlePaperIsToldAndDoesNotStopPrinting() throws Exception {
    VirtualPrinter virtual = new VirtualPrinter(PaperRoll.MM_80);
    virtual.set(Trouble.PAPER_LOW);
    try (ReceiptPrinter printer = start(virtual)) {
      assertThat(printer.print(SampleReceipts.line("yksi"))).isEqualTo(new Confirmed());
      assertThat(printer.state().status()).isEqualTo(new Reported(Set.of(Condition.PAPER_LOW)));
    }
  }

  @ParameterizedTest
  @CsvSource({"ASB, PROCESS_ID", "DLE_EOT, BARRIER"})
  void whenPaperRunsOutInATicketTheJobWaitsForThePersonAndIsThenConfirmed(
      StatusWay status, Confirmation confirmation) throws Exception {
    VirtualPrinter virtual = new VirtualPrinter(PaperRoll.MM_80);
    try (ReceiptPrinter printer = start(virtual, TestPrinters.profile(status, confirmation));
        ExecutorService clerk = Executors.newSingleThreadExecutor()) {
      assertThat(printer.print(SampleReceipts.line("ensin"))).isEqualTo(new Confirmed());
      virtual.loadPaper(200);
      Future<PrintOutcome> ticket = clerk.submit(() -> printer.print(SampleReceipts.ticket()));
      states.awaitTrouble(HealthCode.PRINTER_PAPER_OUT);
      assertThat(ticket.isDone()).isFalse();

      virtual.loadPaper(10_000);

      assertThat(ticket.get(20, TimeUnit.SECONDS)).isEqualTo(new Confirmed());
    }
    assertThat(virtual.tickets()).hasSize(2);
    assertThat(virtual.tickets().getLast().codes()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Breakdown.class)
  void aTicketCutShortIsUnknownAndTheNextOneIsWhole(Breakdown how) throws Exception {
    VirtualPrinter virtual = new VirtualPrinter(PaperRoll.MM_80);
    try (ReceiptPrinter printer = start(virtual)) {
      assertThat(printer.print(SampleReceipts.line("ensin"))).isEqualTo(new Confirmed());
      virtual.breakAfter(200, how);

      assertThat(printer.print(SampleReceipts.ticket())).isInstanceOf(Unknown.class);

      virtual.repair();
      PrintOutcome next;
      do {
        next = printer.print(SampleReceipts.line("toinen"));
      } while (next instanceof NotStarted);
      assertThat(next).isEqualTo(new Confirmed());
    }
    assertThat(PaperTexts.of(virtual)).first().isEqualTo("ensin");
    assertThat(PaperTexts.of(virtual)).last().isEqualTo("toinen");
    assertThat(virtual.tickets().stream().flatMap(ticket -> ticket.codes().stream()))
        .as("the broken ticket was not printed again")
        .isEmpty();
  }

  @Test
  void aPrinterThatIsOffIsToldAtOnceAndFoundWhenItComes() throws Exception {
    VirtualPrinter virtual = new VirtualPrinter(PaperRoll.MM_80);
    virtual.breakAfter(0, Breakdown.POWER_LOST);
    try (ReceiptPrinter printer = start(virtual)) {
      assertThat(printer.print(SampleReceipts.line("yksi"))).isInstanceOf(NotStarted.class);
      virtual.repair();
      states.awaitWorking();
      PrintOutcome outcome;
      do {
        outcome = printer.print(SampleReceipts.line("yksi"));
      } while (outcome instanceof NotStarted);
      assertThat(outcome).isEqualTo(new Confirmed());
    }
    assertThat(PaperTexts.of(virtual)).containsExactly("yksi");
  }

  @Test
  void aCodeTooLargeForThePaperIsRefusedAndNothingIsPrinted() throws Exception {
    VirtualPrinter virtual = new VirtualPrinter(PaperRoll.MM_80);
    try (ReceiptPrinter printer = start(virtual)) {
      PrintOutcome outcome = printer.print(new Receipt(List.of(new QrCode("x".repeat(1000)))));
      assertThat(outcome).isInstanceOf(Refused.class);
    }
    assertThat(virtual.tickets()).isEmpty();
  }

  @Test
  void manyCallersPrintEachTheirTicketOnce() throws Exception {
    VirtualPrinter virtual = new VirtualPrinter(PaperRoll.MM_80);
    try (ReceiptPrinter printer = start(virtual);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<PrintOutcome>> outcomes =
          java.util.stream.IntStream.range(0, 20)
              .mapToObj(i -> callers.submit(() -> printer.print(SampleReceipts.line("lippu " + i))))
              .toList();
      for (Future<PrintOutcome> outcome : outcomes) {
        assertThat(outcome.get(20, TimeUnit.SECONDS)).isEqualTo(new Confirmed());
      }
    }
    assertThat(PaperTexts.of(virtual)).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void closingEndsAJobInFlightAsUnknownAndFreesThePrinter() throws Exception {
    VirtualPrinter virtual = new VirtualPrinter(PaperRoll.MM_80);
    PortOpener ways = waysTo(virtual);
    ReceiptPrinter printer = TestPrinters.driver(ways, PrinterProfile.named("generic-80mm"));
    printer.start(states);
    try (ExecutorService clerk = Executors.newSingleThreadExecutor()) {
      assertThat(printer.print(SampleReceipts.line("ensin"))).isEqualTo(new Confirmed());
      virtual.loadPaper(200);
      Future<PrintOutcome> ticket = clerk.submit(() -> printer.print(SampleReceipts.ticket()));
      states.awaitTrouble(HealthCode.PRINTER_PAPER_OUT);

      printer.close();

      assertThat(ticket.get(20, TimeUnit.SECONDS)).isInstanceOf(Unknown.class);
    }
    assertThat(printer.print(SampleReceipts.line("jälkeen"))).isInstanceOf(NotStarted.class);
  }

  @Test
  void aCallerThatGivesUpBeforeItsTurnPrintsNothing() throws Exception {
    VirtualPrinter virtual = new VirtualPrinter(PaperRoll.MM_80);
    try (ReceiptPrinter printer = start(virtual)) {
      assertThat(printer.print(SampleReceipts.line("ensin"))).isEqualTo(new Confirmed());
      virtual.loadPaper(200);
      CountDownLatch gaveUp = new CountDownLatch(1);
      Thread first =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      printer.print(SampleReceipts.ticket());
                    } catch (InterruptedException expected) {
                      gaveUp.countDown();
                    }
                  });
      states.awaitTrouble(HealthCode.PRINTER_PAPER_OUT);
      Thread second =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      printer.print(SampleReceipts.line("luovuttanut"));
                    } catch (InterruptedException expected) {
                      gaveUp.countDown();
                    }
                  });
      second.interrupt();
      assertThat(gaveUp.await(20, TimeUnit.SECONDS)).isTrue();
      virtual.loadPaper(10_000);
      first.join();
      assertThat(printer.print(SampleReceipts.line("viimein"))).isEqualTo(new Confirmed());
    }
    assertThat(PaperTexts.of(virtual)).doesNotContain("luovuttanut").endsWith("viimein");
  }
}
