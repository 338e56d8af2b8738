package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.event.Event;
import java.time.LocalDate;

/**
 * One sale of an agent, as the agent's list tells it (R23).
 *
 * @param key the same for the same row of the list, however often it is imported
 * @param soldOn by the calendar of Europe/Helsinki
 * @param adults 0 or 1: the holder, or the employee of a community card (R9, R12)
 */
public record AgentSale(
    VisitId key, PresentedCard card, Event event, LocalDate soldOn, int adults, int children) {
  /** R9, R12. */
  public static final int ADULTS_MAX = 1;

  public AgentSale {
    if (adults < 0 || adults > ADULTS_MAX || children < 0 || children > Choices.COUNT_MAX) {
      throw new IllegalArgumentException(adults + " adults, " + children + " children");
    }
    if (adults + children == 0) {
      throw new IllegalArgumentException("nobody was sold a ticket");
    }
  }
}
