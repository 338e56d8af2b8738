package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.event.Event;
import java.util.List;

/**
 * The press of *Issue* (or *Replace*): all that is needed to judge the visit again inside the
 * transaction that records it. Repeated with the same visit id it gets the first result.
 *
 * @param shown what the screen offered when the button was pressed: an issue that would give
 *     anything else is not done ({@link Offer#givesTheSameAs}), the clerk looks again
 */
public record IssueOrder(
    StationName station,
    StationKind kind,
    VisitId visit,
    Event event,
    List<PresentedCard> cards,
    Choices choices,
    Policy policy,
    Offer shown) {
  public IssueOrder {
    cards = List.copyOf(cards);
    if (cards.isEmpty()) {
      throw new IllegalArgumentException("an order has at least one card");
    }
  }
}
