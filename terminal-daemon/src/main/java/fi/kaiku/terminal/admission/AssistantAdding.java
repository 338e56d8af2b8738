package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.store.AdmissionTable.AdmissionRow;
import fi.kaiku.terminal.store.AdmissionTable.Standing;
import fi.kaiku.terminal.store.JournalTransaction;
import fi.kaiku.terminal.store.OnceTable.Act;
import fi.kaiku.terminal.store.OnceTable.Answer;
import fi.kaiku.terminal.store.OnceTable.Press;
import fi.kaiku.terminal.store.People;
import fi.kaiku.terminal.store.TicketKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Adds assistants' tickets to an admission that stands (R18): counted here, sent nowhere. */
final class AssistantAdding {
  private final TicketDesk tickets;

  AssistantAdding(TicketDesk tickets) {
    this.tickets = tickets;
  }

  AssistantsOutcome add(
      JournalTransaction tx, AdmissionRow admission, AssistantsOrder order, Instant at) {
    Press press = new Press(Act.ADD_ASSISTANTS, order.admission(), order.key());
    Optional<Answer> first = tx.once().find(press);
    if (first.isPresent()) {
      return issued(admission, first.get());
    }
    if (admission.standing() == Standing.VOIDED) {
      return new AssistantsOutcome.AdmissionVoided();
    }
    People people = new People(0, 0, order.assistants(), order.interpreters());
    tx.counters().add(admission.event(), admission.day(), people);
    TicketDesk.Place place = new TicketDesk.Place(order.admission(), order.station(), at);
    tickets.issue(tx, place, TicketKind.ASSISTANT, order.assistants());
    tickets.issue(tx, place, TicketKind.INTERPRETER, order.interpreters());
    Answer answer = new Answer(people.tickets(), at);
    tx.once().add(press, answer);
    return issued(admission, answer);
  }

  private static AssistantsOutcome issued(AdmissionRow admission, Answer answer) {
    return new AssistantsOutcome.Issued(
        new IssuedVisit(
            admission.visit(), List.of(admission.id()), answer.tickets(), 0, answer.at()));
  }
}
