package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.registry.CardKind;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.store.JournalTransaction;
import fi.kaiku.terminal.store.Mark;
import fi.kaiku.terminal.store.NewAdmission;
import fi.kaiku.terminal.store.OutboxPayload;
import fi.kaiku.terminal.store.People;
import fi.kaiku.terminal.store.SealedId;
import fi.kaiku.terminal.store.TicketKind;
import fi.kaiku.terminal.store.UsedCardKind;
import fi.kaiku.terminal.store.VisitTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes down what a visit was given: an admission for each card, tickets, print jobs, outbox. */
final class VisitRecorder {
  private final AdmissionSources sources;
  private final AdmissionSite site;
  private final TicketDesk tickets;

  VisitRecorder(AdmissionSources sources, AdmissionSite site, TicketDesk tickets) {
    this.sources = sources;
    this.site = site;
    this.tickets = tickets;
  }

  /** A visit that the rules said yes to, at a time that can be believed. */
  record Approved(IssueOrder order, Offer offer, VisitFacts facts, ClockReading.Trusted clock) {
    Instant at() {
      return clock.now();
    }

    LocalDate day() {
      return AdmissionRules.day(clock.now());
    }

    private VisitCard card(Offer.Share share) {
      return facts.cards().stream()
          .filter(card -> card.hash().equals(share.card()))
          .findFirst()
          .orElseThrow();
    }

    private PresentedCard presented(Offer.Share share) {
      return order.cards().stream()
          .filter(card -> card.hash().equals(share.card()))
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * Records all of the visit.
   *
   * @param takeBack printed tickets of the uses that this visit replaces
   */
  IssuedVisit record(JournalTransaction tx, Approved visit, int takeBack) {
    IssueOrder order = visit.order();
    Offer offer = visit.offer();
    tx.visits()
        .add(
            new VisitTable.IssuedRow(
                order.visit(), order.station(), visit.at(), offer.tickets(), takeBack));
    List<AdmissionId> admissions = new ArrayList<>();
    for (Offer.Share share : offer.shares()) {
      admissions.add(recordShare(tx, visit, share));
    }
    // R18: they belong to a holder's admission; which one of a group's is nobody's concern.
    recordAssistants(tx, visit, admissions.getFirst());
    return new IssuedVisit(order.visit(), admissions, offer.tickets(), takeBack, visit.at());
  }

  private AdmissionId recordShare(JournalTransaction tx, Approved visit, Offer.Share share) {
    AdmissionId id = sources.newAdmission();
    NewAdmission use = admission(id, visit, share);
    tx.admissions().add(use);
    tx.outbox().add(payload(use));
    tx.counters()
        .add(use.event().id(), use.day(), new People(share.adults(), share.children(), 0, 0));
    TicketDesk.Place place = new TicketDesk.Place(id, visit.order().station(), visit.at());
    tickets.issue(tx, place, TicketKind.ADULT, share.adults());
    tickets.issue(tx, place, TicketKind.CHILD, share.children());
    return id;
  }

  private void recordAssistants(JournalTransaction tx, Approved visit, AdmissionId admission) {
    Offer offer = visit.offer();
    People people = new People(0, 0, offer.assistants(), offer.interpreters());
    if (people.equals(People.NOBODY)) {
      return;
    }
    tx.counters().add(visit.order().event().id(), visit.day(), people);
    TicketDesk.Place place = new TicketDesk.Place(admission, visit.order().station(), visit.at());
    tickets.issue(tx, place, TicketKind.ASSISTANT, offer.assistants());
    tickets.issue(tx, place, TicketKind.INTERPRETER, offer.interpreters());
  }

  private NewAdmission admission(AdmissionId id, Approved visit, Offer.Share share) {
    return new NewAdmission(
        id,
        visit.order().visit(),
        visit.order().event(),
        visit.at(),
        visit.day(),
        visit.clock().source(),
        share.unverified() ? Set.of(Mark.UNVERIFIED) : Set.of(),
        share.adults(),
        share.children(),
        card(id, visit, share));
  }

  private NewAdmission.UsedCard card(AdmissionId id, Approved visit, Offer.Share share) {
    PresentedCard card = visit.presented(share);
    return new NewAdmission.UsedCard(
        card.hash(),
        card.id().tail(),
        kind(visit.card(share).lookup()),
        card.entryWay(),
        new SealedId(sources.vault().seal(card.id(), id.value())),
        CardErasure.dueAfter(visit.order().event(), visit.day()));
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
