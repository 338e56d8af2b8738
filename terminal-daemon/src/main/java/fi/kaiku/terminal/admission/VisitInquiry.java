package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.event.Event;
import java.util.List;
import java.util.Optional;

/**
 * A visit as it stands on a station, for which the facts are to be gathered.
 *
 * @param event empty while none is chosen at the station
 */
public record VisitInquiry(
    StationKind kind,
    List<PresentedCard> cards,
    Choices choices,
    Policy policy,
    Optional<Event> event) {
  public VisitInquiry {
    cards = List.copyOf(cards);
  }
}
