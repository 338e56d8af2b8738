package fi.kaiku.terminal.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.HealthCode;
import fi.kaiku.device.printer.PrintOutcome;
import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.store.Journal;
import fi.kaiku.terminal.store.PrintJobRow;
import fi.kaiku.terminal.store.PrintState;
import fi.kaiku.terminal.store.StoredVisits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the queue makes of each way in which a job can end. */
class PrintQueueOutcomesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LONGER_THAN_ANY_BACKOFF = Duration.ofSeconds(10);
  private static final int MANY = 200;

  @TempDir Path folder;
  private final InstantSource clock = InstantSource.fixed(StoredVisits.NOW);
  private final Semaphore news = new Semaphore(0);
  private final AtomicLong ticks = new AtomicLong();
  private final StoredVisits visits = new StoredVisits();
  private Journal journal;
  private PrintQueue queue;
  private ScriptedPrinter printer;

  private AdmissionId start(Supplier<PrintOutcome> script) {
    journal = Journal.open(folder, clock);
    AdmissionId id = visits.issueOne(journal);
    printer = new ScriptedPrinter(StoredVisits.PRINTER, script);
    TicketLayout layout =
        new TicketLayout(new LocalisedText("Talo", "Huset", "House"), List.of(TicketWords.FI));
    queue = new PrintQueue(journal, printer, layout, clock, ticks::get);
    journal.onChange(
        change -> {
          queue.wake();
          news.release();
        });
    queue.start();
    return id;
  }

  @AfterEach
  void close() {
    queue.close();
    journal.close();
  }

  @Test
  void aPrinterThatNeverStartsIsNotTriedInALoop() throws InterruptedException {
    AdmissionId id = start(() -> new PrintOutcome.NotStarted(HealthCode.PRINTER_OFFLINE));
    await(() -> printer.attempts() == 1 && states(id).getFirst() == PrintState.QUEUED);
    for (int i = 0; i < MANY; i++) {
      queue.wake();
      visits.issueOne(journal);
    }
    assertThat(printer.attempts()).isEqualTo(1);
    ticks.addAndGet(LONGER_THAN_ANY_BACKOFF.toNanos());
    queue.wake();
    await(() -> printer.attempts() == 2);
  }

  @Test
  void aPrinterThatComesBackIsTriedAtOnce() throws InterruptedException {
    AtomicReference<PrintOutcome> next =
        new AtomicReference<>(new PrintOutcome.NotStarted(HealthCode.PRINTER_OFFLINE));
    AdmissionId id = start(next::get);
    await(() -> printer.attempts() == 1 && states(id).getFirst() == PrintState.QUEUED);
    next.set(new PrintOutcome.Confirmed());
    printer.isBack();
    queue.wake();
    await(() -> states(id).stream().allMatch(PrintState.CONFIRMED::equals));
  }

  @Test
  void aTicketThatIsVoidedWhileItIsSentIsNeitherQueuedAgainNorAskedAbout()
      throws InterruptedException {
    AtomicReference<AdmissionId> voided = new AtomicReference<>();
    Semaphore known = new Semaphore(0);
    AdmissionId id =
        start(
            () -> {
              known.acquireUninterruptibly();
              visits.voidOne(journal, voided.get());
              return new PrintOutcome.NotStarted(HealthCode.PRINTER_OFFLINE);
            });
    voided.set(id);
    known.release(MANY);
    await(() -> states(id).stream().allMatch(PrintState.CANCELLED::equals));
    assertThat(printer.attempts()).isEqualTo(1);
  }

  @Test
  void aDriverThatFailsUnexpectedlyLeavesTheTicketToTheClerkAndTheQueueGoesOn()
      throws InterruptedException {
    AdmissionId id =
        start(
            () -> {
              if (printer.attempts() == 1) {
                throw new IllegalStateException("a mistake in the driver");
              }
              return new PrintOutcome.Sent();
            });
    await(() -> states(id).getLast() == PrintState.SENT);
    assertThat(states(id)).containsExactly(PrintState.UNKNOWN, PrintState.SENT, PrintState.SENT);
  }

  @Test
  void aJobThatThisPrinterCanNeverPrintIsToldToTheClerk() throws InterruptedException {
    AdmissionId id = start(() -> new PrintOutcome.Refused("too wide"));
    await(() -> states(id).stream().allMatch(PrintState.FAILED::equals));
  }

  private List<PrintState> states(AdmissionId id) {
    List<PrintJobRow> jobs = journal.read(view -> view.printJobs().of(id));
    return jobs.stream().map(PrintJobRow::state).toList();
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(news.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)).isTrue();
    }
  }
}
