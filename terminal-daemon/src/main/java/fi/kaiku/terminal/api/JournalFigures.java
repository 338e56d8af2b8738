package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.Quota;
import fi.kaiku.terminal.store.JournalView;
import fi.kaiku.terminal.store.PrintQuestion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a station's screen shows out of the journal, all of one snapshot. */
record JournalFigures(
    List<PrintQuestion> questions,
    int waiting,
    int unsent,
    int deadLetters,
    OptionalInt placesLeft) {
  /** What is shown until the journal could be read once. */
  static final JournalFigures NONE = new JournalFigures(List.of(), 0, 0, 0, OptionalInt.empty());

  static JournalFigures read(JournalView journal, StationName station, Optional<Event> event) {
    return new JournalFigures(
        journal.printJobs().questions(station),
        journal.printJobs().waiting(station),
        journal.outbox().unsent(),
        journal.outbox().deadLetters(),
        event.map(chosen -> placesLeft(journal, chosen)).orElse(OptionalInt.empty()));
  }

  /** Below nothing where the quota was lowered after the issue: then none are left (R20). */
  static OptionalInt placesLeft(JournalView journal, Event event) {
    return switch (event.quota()) {
      case Quota.Unlimited() -> OptionalInt.empty();
      case Quota.Limited(int places) ->
          OptionalInt.of(Math.max(0, places - journal.useCounts().placesTaken(event.id())));
    };
  }
}
