package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.EntryWay;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.store.JournalTransaction;
import fi.kaiku.terminal.store.Mark;
import fi.kaiku.terminal.store.NewAdmission;
import fi.kaiku.terminal.store.People;
import fi.kaiku.terminal.store.TicketKind;
import fi.kaiku.terminal.store.VisitTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes down what a visit was given: an admission for each card, tickets, print jobs, outbox. */
final class VisitRecorder {
  private final AdmissionSources sources;
  private final UseRecorder uses;
  private final TicketDesk tickets;

  VisitRecorder(AdmissionSources sources, AdmissionSite site, TicketDesk tickets) {
    this.sources = sources;
    this.uses = new UseRecorder(sources, site);
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
    uses.record(tx, use);
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
        marks(share, visit.presented(share)),
        share.adults(),
        share.children(),
        uses.card(
            id,
            visit.presented(share),
            visit.card(share).lookup(),
            CardErasure.dueAfter(visit.order().event(), visit.day())));
  }

  private static Set<Mark> marks(Offer.Share share, PresentedCard card) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (share.unverified()) {
      marks.add(Mark.UNVERIFIED);
    }
    if (card.entryWay() == EntryWay.TYPED) {
      marks.add(Mark.TYPED);
    }
    return marks;
  }
}
