package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.registry.CardKind;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.store.JournalTransaction;
import fi.kaiku.terminal.store.NewAdmission;
import fi.kaiku.terminal.store.OutboxPayload;
import fi.kaiku.terminal.store.People;
import fi.kaiku.terminal.store.SealedId;
import fi.kaiku.terminal.store.UsedCardKind;
import java.time.Instant;

/** Writes down a card's use with all that always goes with it: outbox entry and counters (R22). */
final class UseRecorder {
  private final AdmissionSources sources;
  private final AdmissionSite site;

  UseRecorder(AdmissionSources sources, AdmissionSite site) {
    this.sources = sources;
    this.site = site;
  }

  /** Its visit must have been added before. */
  void record(JournalTransaction tx, NewAdmission use) {
    tx.admissions().add(use);
    tx.outbox().add(payload(use));
    tx.counters().add(use.event().id(), use.day(), new People(use.adults(), use.children(), 0, 0));
  }

  /** The card as it may be stored (R28). */
  NewAdmission.UsedCard card(
      AdmissionId use, PresentedCard card, CardLookup lookup, Instant eraseAfter) {
    return new NewAdmission.UsedCard(
        card.hash(),
        card.id().tail(),
        kind(lookup),
        card.entryWay(),
        new SealedId(sources.vault().seal(card.id(), use.value())),
        eraseAfter);
  }

  private static UsedCardKind kind(CardLookup lookup) {
    return switch (lookup) {
      case CardLookup.NotFound() -> UsedCardKind.UNKNOWN;
      case CardLookup.Found(var card) ->
          card.kind() == CardKind.COMMUNITY ? UsedCardKind.COMMUNITY : UsedCardKind.PERSONAL;
    };
  }

  private OutboxPayload payload(NewAdmission use) {
    return new OutboxPayload.Use(
        use.id(),
        use.event().id(),
        new OutboxPayload.Origin(site.venue(), site.terminal()),
        use.at(),
        use.timeSource(),
        use.adults(),
        use.children(),
        use.marks());
  }
}
