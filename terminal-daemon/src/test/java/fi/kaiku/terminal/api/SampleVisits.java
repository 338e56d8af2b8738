package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.AdmissionRules;
import fi.kaiku.terminal.admission.Choices;
import fi.kaiku.terminal.admission.Policy;
import fi.kaiku.terminal.admission.PresentedCard;
import fi.kaiku.terminal.admission.PriorUse;
import fi.kaiku.terminal.admission.Question;
import fi.kaiku.terminal.admission.ShownVisit;
import fi.kaiku.terminal.admission.StationKind;
import fi.kaiku.terminal.admission.Visit;
import fi.kaiku.terminal.admission.VisitCard;
import fi.kaiku.terminal.admission.VisitFacts;
import fi.kaiku.terminal.admission.VisitId;
import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.EntryWay;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Visits as the rules judge them, with fixed ids and times, for samples of the wire. */
final class SampleVisits {
  static final Instant NOW = Instant.parse("2026-11-23T16:42:00.250Z");
  static final Event CONCERT =
      new Event(
          new EventId("konsertti-1123"),
          new LocalisedText("Iltakonsertti", "Kvällskonsert", "Evening concert"),
          EventKind.PERFORMANCE,
          Instant.parse("2026-11-23T17:00:00Z"),
          Instant.parse("2026-11-23T19:00:00Z"),
          new Quota.Limited(20),
          "espoo-kulttuuritalo",
          0);
  static final AdmissionId EARLIER = AdmissionId.parse("0192f0c1-aaaa-7000-8000-000000000001");

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final VisitId VISIT = VisitId.parse("0192f0c1-1111-7000-8000-000000000001");
  private static final UUID SCAN = UUID.fromString("0192f0c1-2222-7000-8000-000000000001");

  /** A card on a station's table. */
  record OnTable(PresentedCard card, VisitCard facts) {}

  private final StationKind station;
  private final List<OnTable> cards = new ArrayList<>();
  private Choices choices = Choices.NONE;
  private RegistryAge registry = new RegistryAge.Fresh(NOW.minus(Duration.ofHours(3)));
  private Optional<Event> event = Optional.of(CONCERT);
  private Map<CardHash, List<CardId>> suggestions = Map.of();

  SampleVisits(StationKind station) {
    this.station = station;
  }

  static CardHash hash(String id) {
    return new CardHash(1, id.hashCode(), 7);
  }

  SampleVisits personal(String id, CardState state, int children) {
    return found(id, CardKind.PERSONAL, state, children, List.of());
  }

  SampleVisits used(String id) {
    PriorUse use = new PriorUse(EARLIER, NOW.minus(Duration.ofMinutes(32)), "desk-2", 1, 0);
    return found(id, CardKind.PERSONAL, CardState.ACTIVE, 0, List.of(use));
  }

  SampleVisits community(String id) {
    return found(id, CardKind.COMMUNITY, CardState.ACTIVE, 0, List.of());
  }

  SampleVisits typedUnknown(String id, String lookAlike) {
    suggestions = Map.of(hash(id), List.of(new CardId(lookAlike)));
    return add(id, EntryWay.TYPED, new CardLookup.NotFound(), List.of());
  }

  SampleVisits staleRegistry() {
    registry = new RegistryAge.Stale(NOW.minus(Duration.ofDays(20)));
    return this;
  }

  SampleVisits withoutEvent() {
    event = Optional.empty();
    return this;
  }

  SampleVisits choosing(Map<CardHash, Integer> children, int clients, Set<Question> confirmed) {
    choices = new Choices(children, clients, 1, 0, confirmed);
    return this;
  }

  private SampleVisits found(
      String id, CardKind kind, CardState state, int children, List<PriorUse> uses) {
    Card card =
        new Card(
            hash(id), kind, LocalDate.of(2026, 3, 1), LocalDate.of(2027, 2, 28), state, children);
    return add(id, EntryWay.SCANNED, new CardLookup.Found(card), uses);
  }

  private SampleVisits add(String id, EntryWay way, CardLookup lookup, List<PriorUse> uses) {
    cards.add(
        new OnTable(
            new PresentedCard(new CardId(id), hash(id), way),
            new VisitCard(hash(id), way, lookup, uses)));
    return this;
  }

  ShownVisit shown() {
    VisitFacts facts =
        new VisitFacts(
            station,
            new ClockReading.Trusted(NOW, ClockReading.Source.NTP),
            registry,
            new Policy("espoo-kulttuuritalo", List.of(), false),
            event,
            event.isPresent() ? OptionalInt.of(12) : OptionalInt.empty(),
            cards.stream().map(OnTable::facts).toList(),
            choices);
    List<PresentedCard> presented = cards.stream().map(OnTable::card).toList();
    return new ShownVisit(
        new Visit(VISIT, 3, presented, choices, Set.of()),
        SCAN,
        facts,
        AdmissionRules.judge(facts),
        suggestions);
  }

  /** As the station's screen shows it; the earlier use is of this terminal. */
  VisitView view() {
    return VisitView.of(shown(), EARLIER::equals);
  }

  static LocalDate today() {
    return TODAY;
  }
}
