package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.EntryWay;
import java.util.Objects;

/**
 * A card that somebody presented at a station, as a visit holds it: the clear id lives here, in
 * memory, until the use is recorded (R28).
 *
 * @param hash of the id under the current key: the card's name everywhere else
 */
public record PresentedCard(CardId id, CardHash hash, EntryWay entryWay) {
  public PresentedCard {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(entryWay, "entryWay");
  }
}
