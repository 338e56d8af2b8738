package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardHash;
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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Any visit that could stand on any station, the unlikely ones included. */
final class SomeFacts {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Instant NOW = RuleWorld.instant("2026-11-23 18:00:00");
  private static final int CARDS_MAX = 8;

  private SomeFacts() {}

  static Arbitrary<VisitFacts> any() {
    return Combinators.combine(
            Arbitraries.of(StationKind.class),
            clock(),
            registry(),
            policy(),
            event().optional(0.8),
            Arbitraries.integers().between(0, 12).optional(0.6),
            cards(),
            choices())
        .as(SomeFacts::facts);
  }

  private static VisitFacts facts(
      StationKind station,
      ClockReading clock,
      RegistryAge registry,
      Policy policy,
      Optional<Event> event,
      Optional<Integer> left,
      List<VisitCard> cards,
      Choices choices) {
    OptionalInt placesLeft =
        event.isPresent() && left.isPresent() ? OptionalInt.of(left.get()) : OptionalInt.empty();
    return new VisitFacts(station, clock, registry, policy, event, placesLeft, cards, choices);
  }

  private static Arbitrary<ClockReading> clock() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, Arbitraries.just(new ClockReading.Trusted(NOW, ClockReading.Source.NTP))),
        Tuple.of(
            1, Arbitraries.just(new ClockReading.Untrusted(NOW, ClockReading.Doubt.JUMPED_AHEAD))));
  }

  private static Arbitrary<RegistryAge> registry() {
    return Arbitraries.oneOf(
        Arbitraries.just(new RegistryAge.Missing()),
        Arbitraries.just(new RegistryAge.Fresh(NOW.minus(Duration.ofHours(2)))),
        Arbitraries.integers()
            .between(1, 60)
            .map(days -> new RegistryAge.Stale(NOW.minus(Duration.ofDays(days)))));
  }

  private static Arbitrary<Policy> policy() {
    return Arbitraries.of(true, false).map(onCourses -> new Policy("us", List.of(), onCourses));
  }

  private static Arbitrary<Event> event() {
    return Combinators.combine(
            Arbitraries.of(EventKind.class),
            Arbitraries.integers().between(-50, 400),
            Arbitraries.integers().between(0, 200),
            Arbitraries.of("us", "them"),
            Arbitraries.of(0, 0, 250))
        .as(
            (kind, startsInHours, hours, organiser, fee) -> {
              Instant start = NOW.plus(Duration.ofHours(startsInHours));
              return new Event(
                  new EventId("event"),
                  new LocalisedText("tapahtuma", "", ""),
                  kind,
                  start,
                  start.plus(Duration.ofHours(hours)),
                  new Quota.Unlimited(),
                  organiser,
                  fee);
            });
  }

  private static Arbitrary<List<VisitCard>> cards() {
    return card()
        .list()
        .ofMinSize(1)
        .ofMaxSize(CARDS_MAX)
        .map(
            cards -> {
              Map<Integer, VisitCard> numbered = new HashMap<>();
              cards.forEach(card -> numbered.put(numbered.size(), card));
              return numbered.entrySet().stream()
                  .map(entry -> named(entry.getValue(), hash(entry.getKey())))
                  .toList();
            });
  }

  static CardHash hash(int number) {
    return new CardHash(1, number, number);
  }

  private static VisitCard named(VisitCard card, CardHash hash) {
    CardLookup lookup =
        switch (card.lookup()) {
          case CardLookup.NotFound missing -> missing;
          case CardLookup.Found(Card known) ->
              new CardLookup.Found(
                  new Card(
                      hash,
                      known.kind(),
                      known.issuedOn(),
                      known.validUntil(),
                      known.state(),
                      known.children()));
        };
    return new VisitCard(hash, card.entryWay(), lookup, card.uses());
  }

  private static Arbitrary<VisitCard> card() {
    return Combinators.combine(
            lookup(), Arbitraries.of(EntryWay.class), Arbitraries.of(0, 0, 0, 0, 0, 0, 1, 2))
        .as(
            (lookup, way, uses) ->
                new VisitCard(
                    hash(0),
                    way,
                    lookup,
                    Collections.nCopies(
                        uses, new PriorUse(new AdmissionId(new UUID(1, 1)), NOW, "desk-1", 1, 0))));
  }

  private static Arbitrary<CardLookup> lookup() {
    return Combinators.combine(
            Arbitraries.of(CardKind.PERSONAL, CardKind.PERSONAL, CardKind.COMMUNITY),
            Arbitraries.integers().between(-400, 5),
            Arbitraries.integers().between(-15, 370),
            Arbitraries.of(
                CardState.ACTIVE,
                CardState.ACTIVE,
                CardState.ACTIVE,
                CardState.ACTIVE,
                CardState.ACTIVE,
                CardState.ACTIVE,
                CardState.ENDED,
                CardState.WITHDRAWN),
            Arbitraries.integers().between(0, 5))
        .<CardLookup>as(
            (kind, issued, last, state, children) -> {
              LocalDate from = TODAY.plusDays(Math.min(issued, last));
              LocalDate to = TODAY.plusDays(Math.max(issued, last));
              int registered = kind == CardKind.COMMUNITY ? 0 : children;
              return new CardLookup.Found(new Card(hash(0), kind, from, to, state, registered));
            })
        .injectNull(0.15)
        .map(found -> found == null ? new CardLookup.NotFound() : found);
  }

  private static Arbitrary<Choices> choices() {
    return Combinators.combine(
            Arbitraries.maps(
                Arbitraries.integers().between(0, CARDS_MAX).map(SomeFacts::hash),
                Arbitraries.integers().between(0, 8)),
            Arbitraries.of(0, 0, 1, 3, 6),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(Question.class).set())
        .as(Choices::new);
  }
}
