package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.card.CardHash;
import java.time.LocalDate;

/**
 * A card as the registry knows it: all that a terminal may know (R27).
 *
 * @param validUntil the last day of validity, included (R6)
 * @param children most children's tickets for one event (R10); 0 for a community card
 */
public record Card(
    CardHash hash,
    CardKind kind,
    LocalDate issuedOn,
    LocalDate validUntil,
    CardState state,
    int children) {
  /** More children than this on one card is taken for a mistake in the registry's file. */
  public static final int CHILDREN_MAX = 30;

  public Card {
    if (children < 0 || children > CHILDREN_MAX) {
      throw new IllegalArgumentException("children: " + children + ", expected 0-" + CHILDREN_MAX);
    }
    if (validUntil.isBefore(issuedOn)) {
      throw new IllegalArgumentException(
          "valid_until " + validUntil + " is before issued_on " + issuedOn);
    }
  }
}
