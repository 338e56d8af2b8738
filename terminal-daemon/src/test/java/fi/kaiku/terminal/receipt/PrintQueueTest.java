package fi.kaiku.terminal.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.printer.EscPosPrinter;
import fi.kaiku.device.printer.PrinterProfile;
import fi.kaiku.device.virtual.PaperRoll;
import fi.kaiku.device.virtual.VirtualPrinter;
import fi.kaiku.device.virtual.VirtualPrinter.Breakdown;
import fi.kaiku.device.virtual.VirtualPrinter.Trouble;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.store.Journal;
import fi.kaiku.terminal.store.PrintQuestion;
import fi.kaiku.terminal.store.PrintState;
import fi.kaiku.terminal.store.StoredVisits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real journal, the real driver, and a printer that plays its part in every way it can fail. */
class PrintQueueTest {
  /** Each visit of {@link StoredVisits}: an adult, a child and an assistant. */
  private static final int TICKETS = 3;

  /** A connection that was lost is tried again after seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int INTO_THE_TICKET_DOTS = 60;

  @TempDir Path folder;
  private final InstantSource clock = InstantSource.fixed(StoredVisits.NOW);
  private final Semaphore news = new Semaphore(0);
  private final VirtualPrinter paper = new VirtualPrinter(PaperRoll.MM_80);
  private Journal journal;
  private EscPosPrinter printer;
  private PrintQueue queue;

  @BeforeEach
  void open() {
    journal = Journal.open(folder, clock);
    printer =
        new EscPosPrinter(
            StoredVisits.PRINTER,
            paper::open,
            PrinterProfile.named("generic-80mm"),
            InstantSource.system());
    TicketLayout layout =
        new TicketLayout(new LocalisedText("Talo", "Huset", "House"), List.of(TicketWords.FI));
    queue = new PrintQueue(journal, printer, layout, clock);
    journal.onChange(
        change -> {
          queue.wake();
          news.release();
        });
    printer.start(
        state -> {
          queue.wake();
          news.release();
        });
    queue.start();
  }

  @AfterEach
  void close() {
    queue.close();
    printer.close();
    journal.close();
  }

  @Test
  void printsEachTicketOnceInOrder() throws InterruptedException {
    new StoredVisits().issueTo(journal, 4);
    await(() -> waiting() == 0);
    assertThat(numbersOnPaper()).hasSize(4 * TICKETS).doesNotHaveDuplicates();
    assertThat(questions()).isEmpty();
  }

  @Test
  void withoutPaperTicketsWaitAndComeByThemselvesWhenThereIsSome() throws InterruptedException {
    await(() -> printer.state().health() instanceof DeviceHealth.Working);
    paper.set(Trouble.PAPER_OUT);
    await(() -> !(printer.state().health() instanceof DeviceHealth.Working));
    new StoredVisits().issueTo(journal, 1);
    assertThat(numbersOnPaper()).isEmpty();
    assertThat(waiting()).isEqualTo(TICKETS);
    paper.clear(Trouble.PAPER_OUT);
    await(() -> waiting() == 0);
    assertThat(numbersOnPaper()).hasSize(TICKETS).doesNotHaveDuplicates();
    assertThat(questions()).isEmpty();
  }

  @Test
  void aPrinterThatDiesInATicketLeavesThatOneToTheClerkAndPrintsTheRestWhenItIsBack()
      throws InterruptedException {
    paper.breakInTicket(INTO_THE_TICKET_DOTS, Breakdown.POWER_LOST);
    new StoredVisits().issueTo(journal, 1);
    await(() -> questions().size() == 1);
    assertThat(questions().getFirst().state()).isEqualTo(PrintState.UNKNOWN);
    paper.repair();
    await(() -> waiting() == 0);
    assertThat(numbersOnPaper())
        .hasSize(TICKETS - 1)
        .doesNotHaveDuplicates()
        .doesNotContain(questions().getFirst().ticket().printed());
  }

  @Test
  void whatWasInFlightWhenTheTerminalStoppedIsAskedAboutAndNeverPrintedByItself()
      throws InterruptedException {
    queue.close();
    new StoredVisits().issueTo(journal, 1);
    journal.write(tx -> tx.printJobs().claim(StoredVisits.PRINTER, StoredVisits.NOW));
    close();
    open();
    await(() -> waiting() == 0);
    assertThat(questions()).hasSize(1);
    assertThat(numbersOnPaper())
        .hasSize(TICKETS - 1)
        .doesNotContain(questions().getFirst().ticket().printed());
  }

  private List<String> numbersOnPaper() {
    return paper.tickets().stream().flatMap(ticket -> ticket.codes().stream()).toList();
  }

  private int waiting() {
    return journal.read(view -> view.printJobs().waiting(StoredVisits.STATION));
  }

  private List<PrintQuestion> questions() {
    return journal.read(view -> view.printJobs().questions(StoredVisits.STATION));
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(news.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS))
          .as("in time: waiting %s, questions %s", waiting(), questions())
          .isTrue();
    }
  }
}
