package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.store.AdmissionTable.AdmissionRow;
import fi.kaiku.terminal.store.Journal;
import fi.kaiku.terminal.store.JournalTransaction;
import fi.kaiku.terminal.store.OnceTable.Act;
import fi.kaiku.terminal.store.OnceTable.Press;
import fi.kaiku.terminal.store.PrintJobRow;
import fi.kaiku.terminal.store.PrintState;
import fi.kaiku.terminal.store.WriteOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Gives and takes back: each act is one transaction of the journal, in which the rules are asked
 * again, so that two stations can never both give what is there once. What is answered here is on
 * disk; printing and sending follow by themselves. Every act may be repeated: the first answer
 * counts. Any thread; a call waits for the disk.
 */
public final class AdmissionDesk implements Admissions {
  private final Journal journal;
  private final AdmissionSources sources;
  private final Admitting admitting;
  private final Voiding voiding;
  private final Reprinting reprinting;
  private final AssistantAdding assistants;
  private final PrintAnswering answering;
  private final AgentSelling agentSales;

  public AdmissionDesk(Journal journal, AdmissionSources sources, AdmissionSite site) {
    TicketDesk tickets = new TicketDesk(sources, site);
    this.journal = journal;
    this.sources = sources;
    this.voiding = new Voiding(sources, site);
    this.admitting = new Admitting(new VisitRecorder(sources, site, tickets), voiding);
    this.reprinting = new Reprinting(site, tickets);
    this.assistants = new AssistantAdding(tickets);
    this.answering = new PrintAnswering(tickets);
    this.agentSales = new AgentSelling(sources, site);
  }

  /**
   * All that the rules look at, as it is now.
   *
   * @throws fi.kaiku.terminal.store.JournalException when the journal can't be read
   */
  @Override
  public VisitFacts facts(VisitInquiry visit) {
    LookedUp lookedUp = LookedUp.of(visit, sources);
    return journal.read(lookedUp::facts);
  }

  /** Records the visit and queues its tickets, if the rules still give what the screen showed. */
  @Override
  public IssueOutcome issue(IssueOrder order) {
    LookedUp lookedUp = LookedUp.of(inquiry(order), sources);
    return recorded(tx -> admitting.issue(tx, order, lookedUp), IssueOutcome.NotRecorded::new);
  }

  /** R21: voids what these cards were given for this event, and issues, in one transaction. */
  @Override
  public IssueOutcome replace(IssueOrder order) {
    LookedUp lookedUp = LookedUp.of(inquiry(order), sources);
    return recorded(tx -> admitting.replace(tx, order, lookedUp), IssueOutcome.NotRecorded::new);
  }

  @Override
  public Optional<IssuedVisit> issued(VisitId visit) {
    return journal.read(view -> Admitting.known(view, visit));
  }

  @Override
  public void refused(Reason reason) {
    var day = AdmissionRules.day(sources.now());
    journal.writeLater(
        tx -> {
          tx.counters().addRefusal(day, reason);
          return reason;
        });
  }

  /**
   * Takes back all of a visit that stands, within the undo window (R24). A clock that went back
   * keeps the window open: voiding would do the same.
   */
  public VoidOutcome undo(AdmissionId id) {
    return recorded(
        tx -> ofAdmission(tx, id, VoidOutcome.NoSuchAdmission::new, row -> voiding.undo(tx, row)),
        VoidOutcome.NotRecorded::new);
  }

  /** Takes back one admission, at any time (R24). */
  public VoidOutcome voidAdmission(AdmissionId id) {
    return recorded(
        tx -> ofAdmission(tx, id, VoidOutcome.NoSuchAdmission::new, row -> voiding.one(tx, row)),
        VoidOutcome.NotRecorded::new);
  }

  /**
   * Prints an admission's standing tickets again, on the printer of the station that asks.
   *
   * @param key made for each press
   */
  public ReprintOutcome reprint(AdmissionId id, StationName station, UUID key) {
    TicketDesk.Place place = new TicketDesk.Place(id, station, sources.now());
    Press press = new Press(Act.REPRINT, id, key);
    return recorded(
        tx ->
            ofAdmission(
                tx,
                id,
                ReprintOutcome.NoSuchAdmission::new,
                row -> reprinting.reprint(tx, row, place, press)),
        ReprintOutcome.NotRecorded::new);
  }

  /** R18: tickets that are counted here and sent nowhere. */
  public AssistantsOutcome addAssistants(AssistantsOrder order) {
    Instant at = sources.now();
    return recorded(
        tx ->
            ofAdmission(
                tx,
                order.admission(),
                AssistantsOutcome.NoSuchAdmission::new,
                row -> assistants.add(tx, row, order, at)),
        AssistantsOutcome.NotRecorded::new);
  }

  /** R23: enters a sale that an agent has made, whatever the registry and the quota say. */
  public AgentSaleOutcome enter(AgentSale sale) {
    return switch (sources.clock().get()) {
      case ClockReading.Untrusted _ -> new AgentSaleOutcome.ClockNotTrusted();
      case ClockReading.Trusted clock -> {
        CardLookup lookup = sources.registry().apply(sale.card().hash());
        yield recorded(
            tx -> agentSales.enter(tx, sale, lookup, clock), AgentSaleOutcome.NotRecorded::new);
      }
    };
  }

  /** Settles a ticket that only the clerk can tell of. */
  public AnswerOutcome answer(PrintJobId id, CameOut cameOut) {
    Instant at = sources.now();
    return recorded(
        tx ->
            tx.view()
                .printJobs()
                .find(id)
                .map(job -> answering.answer(tx, job, cameOut, at))
                .orElseGet(AnswerOutcome.NoSuchJob::new),
        AnswerOutcome.NotRecorded::new);
  }

  /**
   * Prints again those tickets of a visit that surely failed at this station, under their own
   * numbers; of all others nobody but a clerk can tell. A repeat finds none.
   *
   * @return how many
   */
  public int printFailedAgain(VisitId visit, StationName station) {
    List<PrintJobId> failed =
        journal.read(
            view ->
                Admitting.known(view, visit).stream()
                    .flatMap(issued -> issued.admissions().stream())
                    .flatMap(admission -> view.printJobs().of(admission).stream())
                    .filter(job -> job.state() == PrintState.FAILED)
                    .filter(job -> job.station().equals(station))
                    .map(PrintJobRow::id)
                    .toList());
    failed.forEach(job -> answer(job, CameOut.NO));
    return failed.size();
  }

  private static VisitInquiry inquiry(IssueOrder order) {
    return new VisitInquiry(
        order.kind(), order.cards(), order.choices(), order.policy(), Optional.of(order.event()));
  }

  private static <T> T ofAdmission(
      JournalTransaction tx, AdmissionId id, Supplier<T> unknown, Function<AdmissionRow, T> act) {
    return tx.admissions().find(id).map(act).orElseGet(unknown);
  }

  private <T> T recorded(Function<JournalTransaction, T> work, Supplier<T> notRecorded) {
    return switch (journal.write(work)) {
      case WriteOutcome.Recorded<T>(T outcome) -> outcome;
      case WriteOutcome.NotRecorded<T> fault -> notRecorded.get();
    };
  }
}
