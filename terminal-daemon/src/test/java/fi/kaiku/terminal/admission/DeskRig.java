package fi.kaiku.terminal.admission;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.scanner.Scan;
import fi.kaiku.device.scanner.Symbology;
import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.CardReader;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventId;
import fi.kaiku.terminal.registry.Card;
import fi.kaiku.terminal.registry.CardKind;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.registry.CardState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A station with its own time, registry and events, and all the states that it has shown. */
final class DeskRig implements AutoCloseable {
  static final String SOLO = "SOLO000001";
  static final String OTHER = "SOLO000002";
  static final String FAMILY = "FAMILY0003";
  static final String EXPIRED = "EXPIRED009";
  static final String HOUSE = "HOUSE00001";
  static final String OTHER_HOUSE = "HOUSE00002";
  static final String STRANGER = "STRANGER01";
  static final EventId CONCERT = new EventId("concert");
  static final EventId COURSE = new EventId("course");
  static final Duration UNDO = Duration.ofSeconds(30);

  private static final DeviceName SCANNER = new DeviceName("desk-1");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 10);
  private static final LocalDate LAST = LocalDate.of(2027, 1, 9);

  final Map<CardHash, CardLookup> registry = new ConcurrentHashMap<>();
  final Map<EventId, Event> events = new ConcurrentHashMap<>();
  final FakeAdmissions admissions = new FakeAdmissions(this::lookup);
  final Map<StationName, EventId> chosen = new ConcurrentHashMap<>();
  final List<DeskState> shown = new CopyOnWriteArrayList<>();
  final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);
  private final AtomicLong ids = new AtomicLong();
  volatile Instant wall = Instant.EPOCH;
  private final DeskTools tools;
  private final StationPlan plan;
  final StationDesk desk;

  DeskRig(StationKind kind) {
    register(SOLO, CardKind.PERSONAL, LAST, 0);
    register(OTHER, CardKind.PERSONAL, LAST, 0);
    register(FAMILY, CardKind.PERSONAL, LAST, 3);
    register(EXPIRED, CardKind.PERSONAL, LocalDate.of(2026, 11, 22), 1);
    register(HOUSE, CardKind.COMMUNITY, LAST, 0);
    register(OTHER_HOUSE, CardKind.COMMUNITY, LAST, 0);
    RuleWorld world = new RuleWorld();
    events.put(CONCERT, world.event("concert"));
    events.put(COURSE, world.event("course"));
    CardIntake cards = new CardIntake(new CardReader(Set.of()), DeskRig::hash, this::lookup);
    DeskClock clock = new DeskClock(() -> wall, nanos::get);
    tools =
        new DeskTools(
            cards,
            id -> Optional.ofNullable(events.get(id)),
            new EventMemory(station -> Optional.ofNullable(chosen.get(station)), chosen::put),
            admissions,
            clock,
            () -> new UUID(0, ids.incrementAndGet()));
    Policy policy = new Policy(RuleWorld.US, List.of(), false);
    plan = new StationPlan(new StationName("desk-1"), kind, policy, UNDO);
    desk = new StationDesk(plan, tools, shown::add);
    desk.start();
  }

  /** The state after a new start of the same station. */
  DeskState restarted() {
    try (StationDesk again = new StationDesk(plan, tools, shown::add)) {
      again.start();
      again.dismissNotice();
      return again.state();
    }
  }

  static CardHash hash(CardId id) {
    UUID uuid = UUID.nameUUIDFromBytes(id.value().getBytes(StandardCharsets.US_ASCII));
    return new CardHash(1, uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
  }

  static CardHash hash(String id) {
    return hash(new CardId(id));
  }

  void register(String id, CardKind kind, LocalDate last, int children) {
    registry.put(
        hash(id),
        new CardLookup.Found(new Card(hash(id), kind, FIRST, last, CardState.ACTIVE, children)));
  }

  private CardLookup lookup(CardHash hash) {
    return registry.getOrDefault(hash, new CardLookup.NotFound());
  }

  /** Scans and waits until the station is done with it. */
  DeskState scan(String... texts) {
    for (String text : texts) {
      desk.accept(reading(text));
    }
    return settled();
  }

  static Scan reading(String text) {
    return Scan.plain(SCANNER, Instant.EPOCH, Symbology.QR, "]Q1", text);
  }

  /** The inbox keeps the order, so what was asked before is done when this is answered. */
  DeskState settled() {
    assertThat(desk.selectEvent(new EventId("none"))).isInstanceOf(DeskAnswer.NoSuchEvent.class);
    return desk.state();
  }

  DeskState select(EventId event) {
    assertThat(desk.selectEvent(event)).isInstanceOf(DeskAnswer.Done.class);
    return desk.state();
  }

  DeskState refresh() {
    desk.refresh();
    return settled();
  }

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** The visit as it is shown now, for pressing a button. */
  VisitRef ref() {
    Visit visit = visit().visit();
    return new VisitRef(visit.id(), visit.revision());
  }

  ShownVisit visit() {
    return desk.state().visit().orElseThrow();
  }

  Verdict verdict() {
    return visit().verdict();
  }

  @Override
  public void close() {
    desk.close();
  }
}
