package fi.kaiku.terminal.receipt;

import fi.kaiku.device.Backoff;
import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.printer.PrintOutcome;
import fi.kaiku.device.printer.PrinterStatus;
import fi.kaiku.device.printer.PrinterStatus.Condition;
import fi.kaiku.device.printer.ReceiptPrinter;
import fi.kaiku.terminal.admission.PrintJobId;
import fi.kaiku.terminal.store.Journal;
import fi.kaiku.terminal.store.PrintState;
import fi.kaiku.terminal.store.PrintableTicket;
import fi.kaiku.terminal.store.WriteOutcome;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Brings one printer's queued tickets to paper, in order, on a thread of its own. A job is durably
 * <em>sending</em> before its first byte goes out, so a crash can leave it unknown but never print
 * it twice. Only a job of which surely nothing went out is queued again; an unknown one waits for
 * the clerk.
 */
public final class PrintQueue implements AutoCloseable {
  /** Looks again at least this often, should a wake-up call have been missed. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  /** How long closing waits for the ticket that is being printed. */
  private static final Duration LAST_TICKET_MAX = Duration.ofSeconds(3);

  private static final Set<Condition> STOPPING =
      EnumSet.of(
          Condition.PAPER_OUT,
          Condition.COVER_OPEN,
          Condition.OFFLINE,
          Condition.CUTTER_ERROR,
          Condition.UNRECOVERABLE_ERROR);

  private static final System.Logger LOG = System.getLogger(PrintQueue.class.getName());

  private final Journal journal;
  private final ReceiptPrinter printer;
  private final TicketLayout layout;
  private final InstantSource clock;
  private final LongSupplier ticker;
  private final Backoff backoff = new Backoff(new SplittableRandom());
  private final WakeUp wakeUp = new WakeUp();
  private final Thread worker;
  private volatile boolean closing;

  /** Worker only: in this state the printer did not start, and until then it is left alone. */
  private Optional<ReceiptPrinter.PrinterState> refusedIn = Optional.empty();

  private long retryAt;

  public PrintQueue(
      Journal journal, ReceiptPrinter printer, TicketLayout layout, InstantSource clock) {
    this(journal, printer, layout, clock, System::nanoTime);
  }

  /**
   * A queue that waits by a test's time.
   *
   * @param ticker monotonic, in nanoseconds
   */
  PrintQueue(
      Journal journal,
      ReceiptPrinter printer,
      TicketLayout layout,
      InstantSource clock,
      LongSupplier ticker) {
    this.journal = journal;
    this.printer = printer;
    this.layout = layout;
    this.clock = clock;
    this.ticker = ticker;
    this.worker = Thread.ofPlatform().name("print queue " + printer.name()).unstarted(this::run);
  }

  public DeviceName printer() {
    return printer.name();
  }

  /** Called once, after the journal's jobs in flight were settled. */
  public void start() {
    worker.start();
  }

  /** A ticket was queued, or the printer's state changed. Any thread; returns at once. */
  public void wake() {
    wakeUp.call();
  }

  private void run() {
    try {
      while (!closing) {
        if (!canPrint() || !printsNext()) {
          wakeUp.await(pause());
        }
      }
    } catch (InterruptedException e) {
      // The job in flight stays "sending" and is found unknown at the next start.
      Thread.currentThread().interrupt();
    }
  }

  /** A row that can't be read must not end the printing of all others for good. */
  private boolean printsNext() throws InterruptedException {
    try {
      return printNext();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "print queue " + printer.name() + ": stopped for a while", e);
      return false;
    }
  }

  private Duration pause() {
    Duration left = Duration.ofNanos(retryAt - ticker.getAsLong());
    return refusedIn.isPresent() && left.isPositive() && left.compareTo(LOOK_AGAIN) < 0
        ? left
        : LOOK_AGAIN;
  }

  /**
   * Whatever wakes the worker (its own commits do): a printer that did not start is tried again
   * when it says something else, or when the back-off is over.
   */
  private boolean canPrint() {
    ReceiptPrinter.PrinterState state = printer.state();
    boolean isLeftAlone = refusedIn.equals(Optional.of(state)) && retryAt - ticker.getAsLong() > 0;
    return !isLeftAlone && isReady(state);
  }

  /** Not knowing is no reason to wait: many printers never tell. */
  private static boolean isReady(ReceiptPrinter.PrinterState state) {
    return state.health() instanceof DeviceHealth.Working
        && switch (state.status()) {
          case PrinterStatus.NotKnown notKnown -> true;
          case PrinterStatus.Reported(Set<Condition> conditions) ->
              conditions.stream().noneMatch(STOPPING::contains);
        };
  }

  /** Answers whether the next one may follow at once. */
  private boolean printNext() throws InterruptedException {
    Optional<PrintableTicket> next = claim();
    if (next.isEmpty()) {
      return false;
    }
    // Seen before the try: a printer that comes back meanwhile is in another state than this one.
    ReceiptPrinter.PrinterState triedIn = printer.state();
    PrintOutcome outcome = print(next.get());
    settle(next.get().job(), outcome);
    if (outcome instanceof PrintOutcome.NotStarted) {
      refusedIn = Optional.of(triedIn);
      retryAt = ticker.getAsLong() + backoff.next().toNanos();
      return false;
    }
    refusedIn = Optional.empty();
    backoff.reset();
    return true;
  }

  /** One ticket that brings out a mistake of ours must not keep the others from being printed. */
  private PrintOutcome print(PrintableTicket ticket) throws InterruptedException {
    try {
      return printer.print(layout.receipt(ticket));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "print queue " + printer.name() + ": job " + ticket.job(), e);
      return new PrintOutcome.Unknown(e.toString());
    }
  }

  private Optional<PrintableTicket> claim() {
    return switch (journal.write(
        transaction -> transaction.printJobs().claim(printer.name(), clock.instant()))) {
      case WriteOutcome.Recorded<Optional<PrintableTicket>>(var ticket) -> ticket;
      case WriteOutcome.NotRecorded<Optional<PrintableTicket>> notRecorded -> Optional.empty();
    };
  }

  private void settle(PrintJobId job, PrintOutcome outcome) throws InterruptedException {
    switch (outcome) {
      case PrintOutcome.Confirmed confirmed -> record(job, PrintState.CONFIRMED, "");
      case PrintOutcome.Sent sent -> record(job, PrintState.SENT, "");
      case PrintOutcome.NotStarted(var code) -> record(job, PrintState.QUEUED, code.code());
      case PrintOutcome.Refused(String why) -> record(job, PrintState.FAILED, why);
      case PrintOutcome.Unknown(String why) -> {
        LOG.log(Level.WARNING, "{0}: a ticket is unknown: {1}", printer.name(), why);
        record(job, PrintState.UNKNOWN, why);
      }
    }
  }

  /** Nothing more is printed before the journal knows what became of this one. */
  private void record(PrintJobId job, PrintState state, String detail) throws InterruptedException {
    while (!closing && !isRecorded(job, state, detail)) {
      wakeUp.await(LOOK_AGAIN);
    }
  }

  private boolean isRecorded(PrintJobId job, PrintState state, String detail) {
    return switch (journal.write(
        transaction -> {
          transaction.printJobs().finish(job, state, clock.instant(), detail);
          return job;
        })) {
      case WriteOutcome.Recorded<PrintJobId> recorded -> true;
      case WriteOutcome.NotRecorded<PrintJobId> notRecorded -> false;
    };
  }

  /** Waits for the ticket that is being printed, a little; what is queued stays queued. */
  @Override
  public void close() {
    closing = true;
    wakeUp.call();
    try {
      if (!worker.join(LAST_TICKET_MAX)) {
        worker.interrupt();
        worker.join();
      }
    } catch (InterruptedException e) {
      worker.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
