package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.store.AdmissionTable.AdmissionRow;
import fi.kaiku.terminal.store.AdmissionTable.Standing;
import fi.kaiku.terminal.store.JournalTransaction;
import fi.kaiku.terminal.store.OutboxPayload;
import fi.kaiku.terminal.store.OutboxTable.Drop;
import fi.kaiku.terminal.store.People;
import fi.kaiku.terminal.store.PrintJobRow;
import fi.kaiku.terminal.store.TicketTable.Ticket;
import fi.kaiku.terminal.store.VoidTable;
import fi.kaiku.terminal.store.VoidTable.VoidRow;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes admissions back (R24): the journal keeps both, the places return to the quota. */
final class Voiding {
  private final AdmissionSources sources;
  private final AdmissionSite site;

  Voiding(AdmissionSources sources, AdmissionSite site) {
    this.sources = sources;
    this.site = site;
  }

  /** All of a visit that stands, within the undo window. */
  VoidOutcome undo(JournalTransaction tx, AdmissionRow admission) {
    if (admission.standing() == Standing.VOIDED) {
      return already(tx, admission.id());
    }
    Instant now = sources.now();
    if (now.isAfter(admission.issuedAt().plus(site.undoWindow()))) {
      return new VoidOutcome.UndoWindowOver();
    }
    List<AdmissionId> standing =
        tx.view().visits().admissions(admission.visit()).stream()
            .filter(id -> tx.admissions().find(id).orElseThrow().standing() == Standing.STANDS)
            .toList();
    return voidAll(tx, standing, VoidTable.Reason.UNDO, now);
  }

  /** One admission, at any time. */
  VoidOutcome one(JournalTransaction tx, AdmissionRow admission) {
    return admission.standing() == Standing.VOIDED
        ? already(tx, admission.id())
        : voidAll(tx, List.of(admission.id()), VoidTable.Reason.VOID, sources.now());
  }

  /** Voids admissions that stand, as one act. */
  VoidOutcome.Voided voidAll(
      JournalTransaction tx, List<AdmissionId> standing, VoidTable.Reason reason, Instant at) {
    UUID act = sources.ids().get();
    for (AdmissionId id : standing) {
      voidOne(tx, tx.admissions().find(id).orElseThrow(), act, reason, at);
    }
    return already(tx, standing.getFirst());
  }

  /** What the act that voided this admission did. */
  private static VoidOutcome.Voided already(JournalTransaction tx, AdmissionId voided) {
    List<VoidRow> rows = tx.voids().sameAct(voided);
    return new VoidOutcome.Voided(
        rows.stream().map(VoidRow::admission).toList(),
        rows.stream().mapToInt(VoidRow::takeBack).sum(),
        rows.stream().mapToInt(VoidRow::cancelled).sum());
  }

  private void voidOne(
      JournalTransaction tx,
      AdmissionRow admission,
      UUID act,
      VoidTable.Reason reason,
      Instant at) {
    AdmissionId id = admission.id();
    List<Ticket> tickets = TicketDesk.standing(tx, id);
    int takeBack = onPaper(tickets, tx.view().printJobs().of(id));
    int cancelled = tx.printJobs().cancelOpen(id, at, "voided");
    UUID voidId = sources.ids().get();
    tx.voids().add(new VoidRow(voidId, id, act, reason, at, takeBack, cancelled));
    tx.counters().add(admission.event(), admission.day(), people(admission, tickets).negated());
    if (tx.outbox().drop(id) == Drop.PERHAPS_SENT) {
      tx.outbox()
          .add(
              new OutboxPayload.VoidedUse(
                  voidId, id, new OutboxPayload.Origin(site.venue(), site.terminal()), at));
    }
  }

  /** Of a ticket and its copies one paper is taken back: copies are made of what was lost. */
  private static int onPaper(List<Ticket> tickets, List<PrintJobRow> jobs) {
    Set<Ticket> printed =
        jobs.stream()
            .filter(job -> job.state().mayBeOnPaper())
            .map(PrintJobRow::ticket)
            .collect(Collectors.toSet());
    return (int) tickets.stream().filter(printed::contains).count();
  }

  /**
   * Places are freed by what was recorded: an agent's sale has them without a ticket here (R23).
   */
  private static People people(AdmissionRow admission, List<Ticket> tickets) {
    return tickets.stream()
        .filter(ticket -> !ticket.kind().isRecorded())
        .map(ticket -> People.of(ticket.kind()))
        .reduce(new People(admission.adults(), admission.children(), 0, 0), People::plus);
  }
}
