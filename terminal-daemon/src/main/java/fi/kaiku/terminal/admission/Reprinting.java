package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.store.AdmissionTable.AdmissionRow;
import fi.kaiku.terminal.store.AdmissionTable.Standing;
import fi.kaiku.terminal.store.Edition;
import fi.kaiku.terminal.store.JournalTransaction;
import fi.kaiku.terminal.store.OnceTable;
import fi.kaiku.terminal.store.PrintJobRow;
import fi.kaiku.terminal.store.PrintState;
import fi.kaiku.terminal.store.TicketTable.Ticket;
import java.util.List;
import java.util.Optional;

/**
 * Prints an admission's tickets again. What may have been on paper says COPY; what waits in a queue
 * comes by itself; what is asked about has to be answered first.
 */
final class Reprinting {
  private final AdmissionSite site;
  private final TicketDesk tickets;

  Reprinting(AdmissionSite site, TicketDesk tickets) {
    this.site = site;
    this.tickets = tickets;
  }

  ReprintOutcome reprint(
      JournalTransaction tx,
      AdmissionRow admission,
      TicketDesk.Place place,
      OnceTable.Press press) {
    Optional<OnceTable.Answer> first = tx.once().find(press);
    if (first.isPresent()) {
      return new ReprintOutcome.Queued(first.get().tickets());
    }
    if (admission.standing() == Standing.VOIDED || site.printer(place.station()).isEmpty()) {
      return new ReprintOutcome.NothingToPrint();
    }
    int queued = queueAll(tx, place);
    if (queued == 0) {
      return new ReprintOutcome.NothingToPrint();
    }
    tx.once().add(press, new OnceTable.Answer(queued, place.at()));
    return new ReprintOutcome.Queued(queued);
  }

  private int queueAll(JournalTransaction tx, TicketDesk.Place place) {
    List<PrintJobRow> jobs = tx.view().printJobs().of(place.admission());
    int queued = 0;
    for (Ticket ticket : TicketDesk.standing(tx, place.admission())) {
      List<PrintJobRow> ofTicket =
          jobs.stream().filter(job -> job.ticket().equals(ticket)).toList();
      if (ofTicket.stream().noneMatch(job -> isUnderWay(job.state()))) {
        settleFailed(tx, ofTicket, place);
        tickets.print(tx, place, ticket, edition(ofTicket));
        queued++;
      }
    }
    return queued;
  }

  private static boolean isUnderWay(PrintState state) {
    return switch (state) {
      case QUEUED, SENDING, UNKNOWN -> true;
      case SENT, CONFIRMED, FAILED, CANCELLED -> false;
    };
  }

  private static void settleFailed(
      JournalTransaction tx, List<PrintJobRow> jobs, TicketDesk.Place place) {
    jobs.stream()
        .filter(job -> job.state() == PrintState.FAILED)
        .forEach(
            job ->
                tx.printJobs().move(job.id(), PrintState.CANCELLED, place.at(), "printed again"));
  }

  private static Edition edition(List<PrintJobRow> jobs) {
    return jobs.stream().anyMatch(job -> job.state().mayBeOnPaper())
        ? Edition.COPY
        : Edition.ORIGINAL;
  }
}
