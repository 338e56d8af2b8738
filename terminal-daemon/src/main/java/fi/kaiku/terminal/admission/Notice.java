package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardReading;
import java.time.Instant;
import java.util.UUID;

/**
 * A scan that is no card, or could not be taken. Stays until it is dismissed or the next scan; a
 * visit under way stays beside it.
 */
public sealed interface Notice {
  UUID scanId();

  Instant at();

  /** R3: kind and length are all that is kept of it. */
  record NotACard(UUID scanId, CardReading.Kind kind, int length, Instant at) implements Notice {}

  /** More was scanned at once than the station could take: scan again. */
  record Busy(UUID scanId, Instant at) implements Notice {}

  /** The visit has as many cards as a visit may have ({@link Visit#CARDS_MAX}). */
  record VisitFull(UUID scanId, Instant at) implements Notice {}

  /** The card was dealt with a moment ago, and the visit on screen is another: scan again later. */
  record JustDealtWith(UUID scanId, Instant at) implements Notice {}

  /** The card could not be judged, the terminal is in trouble: scan again. */
  record Failed(UUID scanId, Instant at) implements Notice {}
}
