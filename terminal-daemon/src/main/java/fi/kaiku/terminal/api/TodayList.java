package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.card.TicketNumber;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.store.JournalView;
import fi.kaiku.terminal.store.UseRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Today's uses of this terminal: all of them, those that are searched for, those that changed. */
record TodayList(JournalView journal, LocalDate day) {
  private static final Locale FINNISH = Locale.of("fi");

  TodayView all() {
    return view(journal.uses().ofDay(day));
  }

  /**
   * Today's uses that fit, and one of any day by its ticket's number.
   *
   * @param query part of an event's title, the last three characters of a card, or a ticket number
   */
  TodayView search(String query) {
    Optional<UseRow> byTicket = TicketNumber.recognise(query).flatMap(journal.uses()::find);
    if (byTicket.isPresent()) {
      return view(List.of(byTicket.get()));
    }
    String wanted = query.strip().toLowerCase(FINNISH);
    return view(journal.uses().ofDay(day).stream().filter(use -> fits(use, wanted)).toList());
  }

  /** Only what became of these; uses of another day are not today's. */
  TodayView changed(Collection<AdmissionId> admissions) {
    return view(
        admissions.stream()
            .flatMap(id -> journal.uses().find(id).stream())
            .filter(use -> use.day().equals(day))
            .toList());
  }

  private TodayView view(List<UseRow> uses) {
    return TodayView.of(day, journal.useCounts().ofDay(day), uses);
  }

  private static boolean fits(UseRow use, String wanted) {
    LocalisedText title = use.eventTitle();
    return use.tail().toLowerCase(FINNISH).equals(wanted)
        || Stream.of(title.fi(), title.sv(), title.en())
            .anyMatch(text -> text.toLowerCase(FINNISH).contains(wanted));
  }
}
