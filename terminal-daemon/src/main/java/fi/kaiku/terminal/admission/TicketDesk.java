package fi.kaiku.terminal.admission;

import fi.kaiku.device.DeviceName;
import fi.kaiku.terminal.card.TicketNumber;
import fi.kaiku.terminal.store.Edition;
import fi.kaiku.terminal.store.JournalTransaction;
import fi.kaiku.terminal.store.PrintJobRow;
import fi.kaiku.terminal.store.PrintState;
import fi.kaiku.terminal.store.TicketKind;
import fi.kaiku.terminal.store.TicketTable;
import fi.kaiku.terminal.store.TicketTable.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives tickets their numbers and puts them in a printer's queue, one job each. */
final class TicketDesk {
  private final AdmissionSources sources;
  private final AdmissionSite site;

  TicketDesk(AdmissionSources sources, AdmissionSite site) {
    this.sources = sources;
    this.site = site;
  }

  /** Where and when tickets are issued, and for which admission. */
  record Place(AdmissionId admission, StationName station, Instant at) {}

  void issue(JournalTransaction tx, Place place, TicketKind kind, int count) {
    for (int i = 0; i < count; i++) {
      Ticket ticket = new Ticket(newNumber(tx), kind);
      table(tx, kind).add(place.admission(), ticket, place.at());
      print(tx, place, ticket, Edition.ORIGINAL);
    }
  }

  /** The old number is worth nothing from now on; another ticket takes its place. */
  void replace(JournalTransaction tx, PrintJobRow job, Instant at) {
    Ticket old = job.ticket();
    Ticket replacement = new Ticket(newNumber(tx), old.kind());
    TicketTable table = table(tx, old.kind());
    table.add(job.admission(), replacement, at);
    table.replace(old.number(), replacement.number(), at);
    queue(tx, job, replacement, Edition.ORIGINAL, at);
  }

  /** The same ticket once more, after its job failed for sure: what was a copy stays one. */
  void again(JournalTransaction tx, PrintJobRow job, Instant at) {
    queue(tx, job, job.ticket(), job.edition(), at);
  }

  /** On the station's printer of today, or where it has none any more, on the job's. */
  private void queue(
      JournalTransaction tx, PrintJobRow job, Ticket ticket, Edition edition, Instant at) {
    DeviceName printer = site.printer(job.station()).orElse(job.printer());
    Place place = new Place(job.admission(), job.station(), at);
    queue(tx, place, ticket, edition, printer);
  }

  /** Nothing where the station has no printer. */
  void print(JournalTransaction tx, Place place, Ticket ticket, Edition edition) {
    Optional<DeviceName> printer = site.printer(place.station());
    printer.ifPresent(name -> queue(tx, place, ticket, edition, name));
  }

  private void queue(
      JournalTransaction tx, Place place, Ticket ticket, Edition edition, DeviceName printer) {
    PrintJobRow job =
        new PrintJobRow(
            new PrintJobId(sources.ids().get()),
            place.admission(),
            ticket,
            place.station(),
            printer,
            edition,
            PrintState.QUEUED);
    tx.printJobs().queue(job, place.at());
  }

  /** All tickets of an admission that stand, assistants' last. */
  static List<Ticket> standing(JournalTransaction tx, AdmissionId admission) {
    List<Ticket> tickets = new ArrayList<>(tx.tickets().standing(admission));
    tickets.addAll(tx.assistantTickets().standing(admission));
    return tickets;
  }

  private static TicketTable table(JournalTransaction tx, TicketKind kind) {
    return kind.isRecorded() ? tx.tickets() : tx.assistantTickets();
  }

  private TicketNumber newNumber(JournalTransaction tx) {
    TicketNumber number = TicketNumber.random(sources.random());
    while (tx.view().tickets().exists(number)) {
      number = TicketNumber.random(sources.random());
    }
    return number;
  }
}
