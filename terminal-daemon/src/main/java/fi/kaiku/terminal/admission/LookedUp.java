package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Quota;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.registry.RegistryAge;
import fi.kaiku.terminal.store.JournalView;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A visit with all that is not in the journal: gathered before the transaction, so that a slow
 * registry never holds up other stations. What is in the journal is added inside, on its snapshot.
 */
record LookedUp(
    VisitInquiry visit,
    ClockReading clock,
    RegistryAge registryAge,
    List<CardLookup> cards,
    AdmissionSources sources) {

  static LookedUp of(VisitInquiry visit, AdmissionSources sources) {
    ClockReading clock = sources.clock().get();
    return new LookedUp(
        visit,
        clock,
        sources.registryAge().apply(clock.now()),
        visit.cards().stream().map(card -> sources.registry().apply(card.hash())).toList(),
        sources);
  }

  VisitFacts facts(JournalView journal) {
    List<VisitCard> withUses = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      PresentedCard card = visit.cards().get(i);
      withUses.add(new VisitCard(card.hash(), card.entryWay(), cards.get(i), uses(card, journal)));
    }
    return facts(withUses, placesLeft(journal, 0));
  }

  /** As if these uses, which are among those of the facts, had been voided already (R21). */
  VisitFacts factsWithout(List<PriorUse> voided, VisitFacts facts, JournalView journal) {
    List<VisitCard> withUses = facts.cards().stream().map(card -> without(voided, card)).toList();
    int freed = voided.stream().mapToInt(use -> use.adults() + use.children()).sum();
    return facts(withUses, placesLeft(journal, freed));
  }

  private static VisitCard without(List<PriorUse> voided, VisitCard card) {
    List<PriorUse> left = card.uses().stream().filter(use -> !voided.contains(use)).toList();
    return new VisitCard(card.hash(), card.entryWay(), card.lookup(), left);
  }

  private VisitFacts facts(List<VisitCard> withUses, OptionalInt placesLeft) {
    return new VisitFacts(
        visit.kind(),
        clock,
        registryAge,
        visit.policy(),
        visit.event(),
        placesLeft,
        withUses,
        visit.choices());
  }

  private List<PriorUse> uses(PresentedCard card, JournalView journal) {
    return visit
        .event()
        .map(event -> sources.uses(journal, card.id(), event, AdmissionRules.day(clock.now())))
        .orElse(List.of());
  }

  /** R20; a quota below what was issued means that none is left, also after some were freed. */
  private OptionalInt placesLeft(JournalView journal, int freed) {
    return visit
        .event()
        .map(
            event ->
                switch (event.quota()) {
                  case Quota.Unlimited unlimited -> OptionalInt.empty();
                  case Quota.Limited(int places) -> {
                    int taken = journal.useCounts().placesTaken(event.id()) - freed;
                    yield OptionalInt.of(places - taken);
                  }
                })
        .orElseGet(OptionalInt::empty);
  }
}
