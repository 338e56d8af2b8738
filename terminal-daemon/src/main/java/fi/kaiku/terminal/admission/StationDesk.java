package fi.kaiku.terminal.admission;

import fi.kaiku.device.scanner.Reading;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventId;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One station's live state: what was scanned, what it gives, what was chosen, what was issued last.
 * All of it is changed by one thread of the station's own, which takes scans and presses of buttons
 * in their order from a bounded inbox and may wait for disk; so a scan that comes while tickets are
 * issued has its turn after them. Each change goes to the listener as a new immutable state.
 *
 * <p>A scan ends in a visit, in a notice, or, where the inbox is full, in the notice "busy": never
 * in nothing.
 */
public final class StationDesk implements AutoCloseable {
  /** How long a press of a button may wait before its answer is "busy". */
  public static final Duration ANSWERS_WITHIN = StationInbox.ANSWERS_WITHIN;

  private static final System.Logger LOG = System.getLogger(StationDesk.class.getName());

  private final StationPlan plan;
  private final DeskTools tools;
  private final DeskBoard board;
  private final VisitJudge judge;
  private final StationInbox inbox;
  private final CardTaking taking;
  private final VisitChoosing choosing;
  private final VisitIssuing issuing;
  private final AtomicLong arrivals = new AtomicLong();

  /**
   * @param listener called on the station's thread, or for a busy notice on the scanner's, one call
   *     at a time; must return at once and never call the desk
   */
  public StationDesk(StationPlan plan, DeskTools tools, Consumer<DeskState> listener) {
    this.plan = plan;
    this.tools = tools;
    this.board = new DeskBoard(plan, listener);
    RecentCards recent = new RecentCards();
    this.judge = new VisitJudge(plan, tools.admissions());
    this.taking = new CardTaking(plan.kind(), tools, board, judge, recent);
    this.choosing = new VisitChoosing(plan.kind(), tools, board, judge, recent);
    this.issuing = new VisitIssuing(plan, tools, board, judge, recent);
    this.inbox = new StationInbox("station-" + plan.name(), new Chores());
  }

  /**
   * Starts the station's thread, which chooses first what was chosen last. Called once, before the
   * scanner; what was scanned before waits in the inbox.
   */
  public void start() {
    if (plan.kind() == StationKind.DESK) {
      inbox.offer(this::chooseLastEvent);
    }
    inbox.start();
  }

  /** A clerk who finds no event chosen chooses one. */
  private void chooseLastEvent() {
    try {
      tools.eventMemory().last().apply(plan.name()).ifPresent(choosing::selectLastEvent);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "station " + plan.name() + ": the last event is not known", e);
    }
  }

  /** Any thread. */
  public DeskState state() {
    return board.state();
  }

  public StationPlan plan() {
    return plan;
  }

  /** The scanner's thread hands a reading over; returns at once. */
  public void accept(Reading reading) {
    Arrival arrival = arrival();
    if (!inbox.offer(() -> scanned(reading, arrival))) {
      Notice.Busy busy = new Notice.Busy(tools.ids().get(), tools.clock().wall().instant());
      board.missed(arrival, busy);
    }
  }

  private void scanned(Reading reading, Arrival arrival) {
    guarded(arrival, () -> taking.take(tools.cards().read(reading), arrival));
  }

  /** A clerk can't tell why, but that the scan was not taken. */
  private void guarded(Arrival arrival, Runnable scan) {
    try {
      scan.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "station " + plan.name() + ": a scan could not be judged", e);
      board.notice(arrival, new Notice.Failed(tools.ids().get(), tools.clock().wall().instant()));
    }
  }

  /** A card id typed by hand; waits for the verdict. */
  public DeskAnswer typed(String text) {
    Arrival arrival = arrival();
    return inbox.ask(
        () -> {
          guarded(arrival, () -> taking.take(tools.cards().readTyped(text), arrival));
          return new DeskAnswer.Done(board.state());
        });
  }

  /**
   * Sets all of what was chosen; a yes to what is not asked, and children of others, are dropped.
   */
  public DeskAnswer choose(VisitRef ref, Choices choices) {
    return inbox.ask(() -> choosing.choose(ref, choices));
  }

  /**
   * At a desk the event stays for the following visits, over a restart too; at a kiosk for the
   * visit under way.
   */
  public DeskAnswer selectEvent(EventId id) {
    return inbox.ask(() -> keptWhereChosen(id, choosing.selectEvent(id)));
  }

  private DeskAnswer keptWhereChosen(EventId id, DeskAnswer answer) {
    if (plan.kind() == StationKind.DESK && answer instanceof DeskAnswer.Done) {
      tools.eventMemory().keep().accept(plan.name(), id);
    }
    return answer;
  }

  /**
   * Which of these events to offer: at a desk all of them, as a clerk decides; at a kiosk those
   * that the visit under way gets tickets to without one, or before it all without a fee (R23). Any
   * thread; waits for disk.
   */
  public List<Event> offered(List<Event> events) {
    if (plan.kind() == StationKind.DESK) {
      return events;
    }
    return board
        .state()
        .visit()
        .map(shown -> events.stream().filter(event -> obstacle(shown, event).isEmpty()).toList())
        .orElseGet(() -> events.stream().filter(plan.kind()::offers).toList());
  }

  /**
   * Why the visit under way gets nothing without staff: what stands in its way now, or, where no
   * event is chosen and none of these could be, in the way of the first. Any thread; waits for
   * disk.
   */
  public Optional<Enum<?>> obstacle(List<Event> events) {
    Optional<ShownVisit> shown = board.state().visit();
    Optional<Enum<?>> now = shown.flatMap(visit -> Obstacle.in(visit.verdict()));
    boolean mayChoose = shown.filter(visit -> visit.facts().event().isEmpty()).isPresent();
    return now.isEmpty() && mayChoose && offered(events).isEmpty()
        ? events.stream().findFirst().flatMap(event -> obstacle(shown.get(), event))
        : now;
  }

  private Optional<Enum<?>> obstacle(ShownVisit shown, Event event) {
    return Obstacle.in(judge.judgeInstead(shown, shown.visit(), Optional.of(event)).verdict());
  }

  /** A repeat gets the first result, also after the visit has ended. */
  public DeskAnswer issue(VisitRef ref) {
    return inbox.ask(() -> issuing.issue(ref));
  }

  /** R21, "the earlier one was a mistake"; only where nothing else is open than ALREADY_USED. */
  public DeskAnswer replace(VisitRef ref) {
    return inbox.ask(() -> issuing.replace(ref));
  }

  /** R21, "collects tickets booked earlier, or comes back": ends the visit, records nothing. */
  public DeskAnswer letIn(VisitRef ref) {
    return inbox.ask(() -> choosing.letIn(ref));
  }

  /** Ends the visit, records nothing; harmless when it is over already. */
  public DeskAnswer cancel(VisitRef ref) {
    return inbox.ask(() -> choosing.cancel(ref));
  }

  public DeskAnswer dismissNotice() {
    return inbox.ask(choosing::dismissNotice);
  }

  /**
   * The registry, the event list, the clock or the journal has changed: the visit is judged anew
   * soon. Any thread; returns at once; many calls in a row are one.
   */
  public void refresh() {
    inbox.refresh();
  }

  /** These admissions were undone or voided, here or at another station. Returns when shown. */
  public DeskAnswer voided(Collection<AdmissionId> admissions) {
    List<AdmissionId> gone = List.copyOf(admissions);
    return inbox.ask(
        () -> {
          issuing.voided(gone);
          choosing.refresh();
          return new DeskAnswer.Done(board.state());
        });
  }

  private Arrival arrival() {
    return new Arrival(arrivals.incrementAndGet(), tools.clock().ticker().getAsLong());
  }

  private final class Chores implements StationInbox.Chores {
    /** What is shown stays when that fails; *Issue* judges again in any case. */
    @Override
    public void refresh() {
      try {
        choosing.refresh();
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "station " + plan.name() + ": the visit was not judged anew", e);
      }
    }

    @Override
    public void expire() {
      issuing.expire();
    }

    @Override
    public long nanosToExpiry() {
      return issuing.nanosToExpiry();
    }
  }

  /** Stops the station's thread after what it is doing; what still waits is answered with busy. */
  @Override
  public void close() {
    inbox.close();
  }
}
