package fi.kaiku.terminal.admission;

import fi.kaiku.device.DeviceName;
import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardHasher;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.CardVault;
import fi.kaiku.terminal.card.EntryWay;
import fi.kaiku.terminal.card.KeyFolder;
import fi.kaiku.terminal.card.NationalKey;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventId;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.event.Quota;
import fi.kaiku.terminal.registry.Card;
import fi.kaiku.terminal.registry.CardKind;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.registry.CardState;
import fi.kaiku.terminal.registry.RegistryAge;
import fi.kaiku.terminal.store.Journal;
import fi.kaiku.terminal.store.JournalTransaction;
import fi.kaiku.terminal.store.PrintJobRow;
import fi.kaiku.terminal.store.PrintState;
import fi.kaiku.terminal.store.PrintableTicket;
import fi.kaiku.terminal.store.UseRow;
import fi.kaiku.terminal.store.WriteOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An admission desk on a real journal, with a registry in memory and a clock that the test moves.
 * Two stations with a printer each, and one without.
 */
final class DeskBench implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-23T16:42:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final Duration UNDO_WINDOW = Duration.ofSeconds(30);
  static final StationName DESK_1 = new StationName("desk-1");
  static final StationName DESK_2 = new StationName("desk-2");
  static final StationName NO_PRINTER = new StationName("door");
  static final DeviceName PRINTER_1 = new DeviceName("tickets-1");
  static final DeviceName PRINTER_2 = new DeviceName("tickets-2");
  static final Policy POLICY = new Policy("kulttuuritalo", List.of(), false);

  private final Journal journal;
  private final CardHasher hasher;
  private final AdmissionDesk desk;
  private final Map<CardHash, Card> registry = new ConcurrentHashMap<>();
  private volatile Instant now = START;
  private volatile RegistryAge age = new RegistryAge.Fresh(START);

  DeskBench(Path folder) {
    try {
      KeyFolder keys = KeyFolder.open(folder.resolve("keys"), new SecureRandom());
      CardVault vault = keys.vault(Map.of());
      this.hasher = new CardHasher(keys.nationalKey());
      this.journal = Journal.open(folder, () -> now);
      this.desk = new AdmissionDesk(journal, sources(vault), site());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ClockReading clock() {
    return new ClockReading.Trusted(now, ClockReading.Source.NTP);
  }

  private AdmissionSources sources(CardVault vault) {
    return new AdmissionSources(
        this::clock,
        hasher::hashes,
        this::lookUp,
        at -> age,
        vault,
        UUID::randomUUID,
        new SecureRandom());
  }

  CardLookup lookUp(CardHash hash) {
    Card card = registry.get(hash);
    return card == null ? new CardLookup.NotFound() : new CardLookup.Found(card);
  }

  static AdmissionSite site() {
    return new AdmissionSite(
        "kulttuuritalo", "till-1", Map.of(DESK_1, PRINTER_1, DESK_2, PRINTER_2), UNDO_WINDOW);
  }

  AdmissionDesk desk() {
    return desk;
  }

  Journal journal() {
    return journal;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void waitUntil(Instant later) {
    now = later;
  }

  void registryIsStale() {
    age = new RegistryAge.Stale(START.minus(Duration.ofDays(20)));
  }

  static Event event(String id, EventKind kind, Quota quota) {
    return new Event(
        new EventId(id),
        new LocalisedText("Iltakonsertti", "Kvällskonsert", "Evening concert"),
        kind,
        Instant.parse("2026-11-23T17:00:00Z"),
        Instant.parse("2026-11-30T19:00:00Z"),
        quota,
        "kulttuuritalo",
        0);
  }

  static Event concert() {
    return event("konsertti", EventKind.PERFORMANCE, new Quota.Unlimited());
  }

  /** As after an enrolment: cards are hashed with the hub's key from now on. */
  void hashWith(NationalKey key) {
    hasher.learn(key);
    hasher.use(key.number());
  }

  /** A valid personal card with this many children. */
  PresentedCard personal(String id, int children) {
    return register(id, CardKind.PERSONAL, children);
  }

  PresentedCard community(String id) {
    return register(id, CardKind.COMMUNITY, 0);
  }

  PresentedCard unknown(String id) {
    CardId card = new CardId(id);
    return new PresentedCard(card, hasher.hash(card), EntryWay.SCANNED);
  }

  private PresentedCard register(String id, CardKind kind, int children) {
    PresentedCard card = unknown(id);
    registry.put(
        card.hash(),
        new Card(
            card.hash(),
            kind,
            TODAY.minusMonths(1),
            TODAY.plusMonths(6),
            CardState.ACTIVE,
            children));
    return card;
  }

  static Choices children(PresentedCard card, int count) {
    return new Choices(Map.of(card.hash(), count), 0, 0, 0, Set.of());
  }

  static Choices assistants(int assistants, int interpreters) {
    return new Choices(Map.of(), 0, assistants, interpreters, Set.of());
  }

  /** The order that a station makes of what the screen shows now. */
  IssueOrder order(StationName station, Event event, List<PresentedCard> cards, Choices choices) {
    VisitInquiry visit =
        new VisitInquiry(StationKind.DESK, cards, choices, POLICY, Optional.of(event));
    return new IssueOrder(
        station,
        StationKind.DESK,
        new VisitId(UUID.randomUUID()),
        event,
        cards,
        choices,
        POLICY,
        offer(AdmissionRules.judge(desk.facts(visit))));
  }

  private static Offer offer(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Ready ready -> ready.offer();
      case Verdict.Undecided undecided -> undecided.offer();
      case Verdict.Incomplete incomplete -> incomplete.offer();
      case Verdict.Refused refused -> throw new AssertionError("refused: " + refused.reason());
    };
  }

  IssuedVisit issue(Event event, PresentedCard card) {
    return issue(event, card, Choices.NONE);
  }

  IssuedVisit issue(Event event, PresentedCard card, Choices choices) {
    return issued(desk.issue(order(DESK_1, event, List.of(card), choices)));
  }

  static IssuedVisit issued(IssueOutcome outcome) {
    return switch (outcome) {
      case IssueOutcome.Issued(IssuedVisit visit) -> visit;
      case IssueOutcome.Changed changed -> throw new AssertionError(outcome);
      case IssueOutcome.NotRecorded notRecorded -> throw new AssertionError(outcome);
    };
  }

  static VoidOutcome.Voided voided(VoidOutcome outcome) {
    if (outcome instanceof VoidOutcome.Voided voided) {
      return voided;
    }
    throw new AssertionError(outcome);
  }

  List<PrintJobRow> jobs(AdmissionId admission) {
    return journal.read(view -> view.printJobs().of(admission));
  }

  List<PrintState> states(AdmissionId admission) {
    return jobs(admission).stream().map(PrintJobRow::state).collect(Collectors.toList());
  }

  UseRow row(AdmissionId admission) {
    return journal.read(view -> view.uses().find(admission)).orElseThrow();
  }

  /** Plays the printer: takes the next ticket and lets it end so. */
  void print(DeviceName printer, PrintState end) {
    write(
        tx -> {
          PrintJobId job = tx.printJobs().claim(printer, now).orElseThrow().job();
          tx.printJobs().move(job, end, now, "");
          return job;
        });
  }

  /** Plays the printer until its queue is empty. */
  void printAll(DeviceName printer, PrintState end) {
    List<PrintJobId> printed = new ArrayList<>();
    write(
        tx -> {
          Optional<PrintableTicket> next = tx.printJobs().claim(printer, now);
          while (next.isPresent()) {
            tx.printJobs().move(next.get().job(), end, now, "");
            printed.add(next.get().job());
            next = tx.printJobs().claim(printer, now);
          }
          return printed;
        });
  }

  <T> T write(Function<JournalTransaction, T> work) {
    return switch (journal.write(work)) {
      case WriteOutcome.Recorded<T>(T value) -> value;
      case WriteOutcome.NotRecorded<T> fault -> throw new AssertionError(fault);
    };
  }

  int placesTaken(Event event) {
    return journal.read(view -> view.useCounts().placesTaken(event.id()));
  }

  int unsent() {
    return journal.read(view -> view.outbox().unsent());
  }

  @Override
  public void close() {
    journal.close();
  }
}
