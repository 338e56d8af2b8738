package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.registry.RegistryAge;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that {@link AdmissionRules} look at; gathered anew for each judgement.
 *
 * @param event the station's event, empty while none is chosen
 * @param placesLeft of the event's quota, before this visit; empty when it has no quota, negative
 *     when more were issued than it allows by now
 * @param cards in the order of scanning, at least one
 */
public record VisitFacts(
    StationKind station,
    ClockReading clock,
    RegistryAge registry,
    Policy policy,
    Optional<Event> event,
    OptionalInt placesLeft,
    List<VisitCard> cards,
    Choices choices) {
  public VisitFacts {
    cards = List.copyOf(cards);
    if (cards.isEmpty()) {
      throw new IllegalArgumentException("a visit has at least one card");
    }
  }
}
