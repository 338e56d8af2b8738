package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.store.JournalTransaction;
import fi.kaiku.terminal.store.PrintJobRow;
import fi.kaiku.terminal.store.PrintState;
import java.time.Instant;
import java.util.List;

/**
 * Settles tickets that only a person can tell of. A ticket that may exist is never printed a second
 * time under its number: "no" makes a new number and the old one void. One that surely failed keeps
 * its number.
 */
final class PrintAnswering {
  private final TicketDesk tickets;

  PrintAnswering(TicketDesk tickets) {
    this.tickets = tickets;
  }

  AnswerOutcome answer(JournalTransaction tx, PrintJobRow job, CameOut cameOut, Instant at) {
    return switch (job.state()) {
      case UNKNOWN, FAILED -> settle(tx, job, cameOut, at);
      case CONFIRMED, CANCELLED -> new AnswerOutcome.Settled();
      case QUEUED, SENDING, SENT -> new AnswerOutcome.NotAsked();
    };
  }

  private AnswerOutcome settle(
      JournalTransaction tx, PrintJobRow job, CameOut cameOut, Instant at) {
    switch (cameOut) {
      case YES -> tx.printJobs().move(job.id(), PrintState.CONFIRMED, at, "by the clerk");
      case NO -> printAgain(tx, job, at);
    }
    return new AnswerOutcome.Settled();
  }

  private void printAgain(JournalTransaction tx, PrintJobRow job, Instant at) {
    if (job.state() == PrintState.FAILED) {
      tx.printJobs().move(job.id(), PrintState.CANCELLED, at, "printed again");
      tickets.again(tx, job, at);
      return;
    }
    openJobsOfTicket(tx, job)
        .forEach(
            open -> tx.printJobs().move(open.id(), PrintState.CANCELLED, at, "did not come out"));
    tickets.replace(tx, job, at);
  }

  /** A copy under the same number that still waits must not come out any more. */
  private static List<PrintJobRow> openJobsOfTicket(JournalTransaction tx, PrintJobRow job) {
    return tx.view().printJobs().of(job.admission()).stream()
        .filter(other -> other.ticket().equals(job.ticket()) && other.state().isOpen())
        .toList();
  }
}
