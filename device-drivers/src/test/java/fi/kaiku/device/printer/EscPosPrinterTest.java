package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceHealth.Troubled;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import fi.kaiku.device.printer.PrintOutcome.Confirmed;
import fi.kaiku.device.printer.PrintOutcome.NotStarted;
import fi.kaiku.device.printer.PrintOutcome.Unknown;
import fi.kaiku.device.printer.PrinterProfile.Confirmation;
import fi.kaiku.device.printer.PrinterProfile.StatusWay;
import fi.kaiku.device.printer.PrinterStatus.NotKnown;
import fi.kaiku.device.printer.PrinterStatus.Reported;
import fi.kaiku.device.printer.ReceiptPrinter.PrinterState;
import fi.kaiku.device.virtual.PaperRoll;
import fi.kaiku.device.virtual.VirtualPrinter;
import fi.kaiku.device.virtual.VirtualPrinter.Talk;
import fi.kaiku.device.virtual.VirtualPrinter.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the driver makes of printers that answer wrongly, late or not at all. */
@Timeout(60)
class EscPosPrinterTest {
  private static final PrinterProfile TALKS =
      TestPrinters.profile(StatusWay.DLE_EOT, Confirmation.PROCESS_ID);
  private static final byte[] NOTHING = {};

  private final VirtualPrinter virtual = new VirtualPrinter(PaperRoll.MM_80);
  private final StateWatcher states = new StateWatcher();

  @Test
  void aModelThatShouldAnswerAndDoesNotIsSilentAndGetsNoByteOfATicket() throws Exception {
    VirtualPrinter mute = new VirtualPrinter(PaperRoll.MM_80, Talk.NOTHING);
    try (EscPosPrinter printer = start(mute::open, TALKS)) {
      assertThat(printer.print(SampleReceipts.line("yksi")))
          .isEqualTo(new NotStarted(HealthCode.PRINTER_SILENT));
      states.awaitTrouble(HealthCode.PRINTER_SILENT);
    }
    assertThat(PaperTexts.of(mute.uncut())).isEmpty();
  }

  @Test
  void aQuestionThatWasAnsweredLateOnceIsAskedAgain() throws Exception {
    DeafPrinter deaf = new DeafPrinter(virtual);
    virtual.set(Trouble.COVER_OPEN);
    try (EscPosPrinter printer = start(deaf, TALKS)) {
      states.awaitTrouble(HealthCode.PRINTER_COVER_OPEN);
      deaf.missOnce(RealTimeQuery.OFFLINE_CAUSE);
      virtual.clear(Trouble.COVER_OPEN);
      assertThat(states.awaitWorking().status()).isEqualTo(new Reported(Set.of()));
      assertThat(printer.print(SampleReceipts.line("yksi"))).isEqualTo(new Confirmed());
    }
  }

  @Test
  void whatAQuestionToldThatIsNoLongerAnsweredIsNotKnown() throws Exception {
    DeafPrinter deaf = new DeafPrinter(virtual);
    virtual.set(Trouble.COVER_OPEN);
    try (EscPosPrinter printer = start(deaf, TALKS)) {
      states.awaitTrouble(HealthCode.PRINTER_COVER_OPEN);
      deaf.missAlways(RealTimeQuery.OFFLINE_CAUSE);
      virtual.clear(Trouble.COVER_OPEN);
      assertThat(states.awaitWorking().status()).isEqualTo(new NotKnown());
      assertThat(printer.print(SampleReceipts.line("yksi"))).isEqualTo(new Confirmed());
    }
  }

  @Test
  void aTicketThatIsNeverConfirmedIsUnknown() throws Exception {
    PortOpener forgetful =
        new FaultyAnswers(virtual, said -> said.length > 0 && said[0] == 0x37 ? NOTHING : said);
    try (EscPosPrinter printer = start(forgetful, TALKS)) {
      assertThat(printer.print(SampleReceipts.line("yksi"))).isInstanceOf(Unknown.class);
    }
    assertThat(PaperTexts.of(virtual)).containsExactly("yksi");
  }

  @Test
  void theAnswerForAnotherJobConfirmsNothing() throws Exception {
    PortOpener confused =
        new FaultyAnswers(
            virtual,
            said -> {
              if (said.length > 5 && said[0] == 0x37) {
                said[5] ^= 1;
              }
              return said;
            });
    try (EscPosPrinter printer = start(confused, TALKS)) {
      assertThat(printer.print(SampleReceipts.line("yksi"))).isInstanceOf(Unknown.class);
    }
  }

  @Test
  void aPrinterThatFallsSilentInATicketMakesItUnknown() throws Exception {
    AtomicBoolean silent = new AtomicBoolean();
    PortOpener falling =
        new FaultyAnswers(
            virtual,
            said -> {
              // Its last word is the answer before the ticket's confirmation.
              silent.compareAndSet(false, said.length > 0 && said[0] == 0x37);
              return silent.get() ? NOTHING : said;
            });
    try (EscPosPrinter printer = start(falling, TALKS)) {
      assertThat(printer.print(SampleReceipts.line("yksi"))).isInstanceOf(Unknown.class);
      states.awaitTrouble(HealthCode.PRINTER_SILENT);
    }
  }

  @Test
  void rubbishIsNeverTakenForAConfirmation() throws Exception {
    Random random = new Random(20261123);
    PortOpener rubbish =
        new FaultyAnswers(
            virtual,
            said -> {
              random.nextBytes(said);
              return said;
            });
    try (EscPosPrinter printer = start(rubbish, TALKS)) {
      assertThat(printer.print(SampleReceipts.line("yksi"))).isNotEqualTo(new Confirmed());
    }
  }

  @Test
  void aPrinterThatFillsUpInALongTicketGetsTheRestLater() throws Exception {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      words.append("sana").append(i).append(' ');
    }
    try (EscPosPrinter printer = start(virtual::open, TALKS)) {
      assertThat(printer.print(SampleReceipts.line("ensin"))).isEqualTo(new Confirmed());
      virtual.loadPaper(200);
      Thread person =
          Thread.ofVirtual()
              .start(
                  () -> {
                    // It holds 4096 bytes of this ticket, and takes no more until it has paper.
                    while (!virtual.isFull()) {
                      Thread.onSpinWait();
                    }
                    virtual.loadPaper(1 << 20);
                  });
      assertThat(printer.print(SampleReceipts.line(words.toString()))).isEqualTo(new Confirmed());
      person.join();
    }
    assertThat(PaperTexts.of(virtual).getLast()).contains("sana0 ", "sana1999");
    assertThat(virtual.tickets()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "ABSENT, PRINTER_ABSENT",
    "NO_RIGHTS, PRINTER_NO_RIGHTS",
    "HELD_BY_OTHER, PRINTER_HELD_BY_OTHER",
    "WRONG_MODE, PRINTER_WRONG_MODE",
  })
  void whyAPortCannotBeOpenedIsToldAsACode(Reason reason, HealthCode code) throws Exception {
    PortOpener closed =
        () -> {
          throw new PortUnavailableException(reason, "no way", null);
        };
    try (EscPosPrinter printer = start(closed, TALKS)) {
      states.awaitTrouble(code);
      assertThat(printer.print(SampleReceipts.line("yksi"))).isEqualTo(new NotStarted(code));
    }
  }

  @Test
  void itSaysItsModelWhereTheProfileKnowsThatItAnswers() throws Exception {
    PrinterProfile answers = PrinterProfile.named("epson-tm-t20iii");
    try (EscPosPrinter printer = start(virtual::open, answers)) {
      assertThat(printer.print(SampleReceipts.line("yksi"))).isEqualTo(new Confirmed());
      // A job that came before the first answer goes first; the question stands before the next.
      assertThat(printer.print(SampleReceipts.line("toinen"))).isEqualTo(new Confirmed());
      assertThat(printer.model()).isNotEmpty();
    }
    try (EscPosPrinter printer = start(virtual::open, TALKS)) {
      assertThat(printer.print(SampleReceipts.line("kaksi"))).isEqualTo(new Confirmed());
      assertThat(printer.model()).isEmpty();
    }
  }

  @Test
  void rightsThatComeAMomentAfterThePlugAreNotMissed() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    PortOpener late =
        () -> {
          if (attempts.getAndIncrement() < 3) {
            throw new PortUnavailableException(Reason.NO_RIGHTS, "not yet", null);
          }
          return virtual.open();
        };
    try (EscPosPrinter printer = start(late, TALKS)) {
      PrinterState first = states.await(state -> true);
      assertThat(first.health()).isInstanceOf(DeviceHealth.Working.class);
      assertThat(printer.print(SampleReceipts.line("yksi"))).isEqualTo(new Confirmed());
    }
  }

  @Test
  void aWordThatSomethingWasPluggedInEndsTheWait() throws Exception {
    AtomicBoolean there = new AtomicBoolean();
    CountDownLatch fifth = new CountDownLatch(5);
    PortOpener away =
        () -> {
          fifth.countDown();
          if (!there.get()) {
            throw new PortUnavailableException(Reason.ABSENT, "not yet", null);
          }
          return virtual.open();
        };
    try (EscPosPrinter printer = start(away, TALKS)) {
      // Until the waits are seconds long.
      fifth.await();
      there.set(true);
      long start = System.nanoTime();
      printer.retryNow();
      states.awaitWorking();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void aPrinterThatIsOffIsLoggedInOneSentenceHoweverOftenItIsTried() throws Exception {
    CountDownLatch tries = new CountDownLatch(4);
    PortOpener off =
        () -> {
          tries.countDown();
          throw new PortUnavailableException(
              PortUnavailableException.Reason.ABSENT,
              "no printer answers",
              new IOException("Connection refused"));
        };
    try (RecordedLog log = new RecordedLog(PublishedState.class, EscPosPrinter.class);
        EscPosPrinter printer = start(off, TALKS)) {
      assertThat(tries.await(TestPrinters.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(printer.state().health()).isInstanceOf(Troubled.class);
      assertThat(log.records()).hasSize(1);
      assertThat(log.records().getFirst().getThrown()).isNull();
    }
  }

  @Test
  void aBugInTheDriverCostsTheConnectionAndNotTheThread() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    PortOpener clumsy =
        () -> {
          if (attempts.getAndIncrement() == 0) {
            throw new IllegalStateException("a bug");
          }
          return virtual.open();
        };
    try (EscPosPrinter printer = start(clumsy, TALKS)) {
      states.awaitTrouble(HealthCode.PRINTER_FAULTY);
      states.awaitWorking();
      assertThat(printer.print(SampleReceipts.line("yksi"))).isEqualTo(new Confirmed());
    }
  }

  @Test
  void aStartAfterACrashInTheMiddleOfACommandPrintsAWholeTicket() throws Exception {
    halfACodeIsLeftInside();
    try (EscPosPrinter printer = start(virtual::open, TALKS)) {
      assertThat(printer.print(SampleReceipts.ticket())).isEqualTo(new Confirmed());
    }
    assertThat(virtual.tickets()).hasSize(1);
    assertThat(virtual.tickets().getFirst().codes()).containsExactly(SampleReceipts.TICKET_NUMBER);
    assertThat(PaperTexts.of(virtual).getFirst()).startsWith("Espoon kulttuurikeskus");
  }

  /** What an earlier life of the program left: the head of GS ( k, waiting for 500 bytes. */
  private void halfACodeIsLeftInside() throws IOException {
    try (var port = virtual.open()) {
      port.write(
          new byte[] {0x1D, '(', 'k', (byte) 0xF4, 0x01, '1', 'P', '0', 'x'}, TestPrinters.LIMIT);
    }
  }

  private EscPosPrinter start(PortOpener opener, PrinterProfile profile) {
    EscPosPrinter printer = TestPrinters.driver(opener, profile);
    printer.start(states);
    return printer;
  }
}
