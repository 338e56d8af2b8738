package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.EntryWay;
import fi.kaiku.terminal.registry.CardLookup;
import java.util.List;

/**
 * One card of a visit, with all that the rules need to know of it.
 *
 * @param hash under the current key
 * @param uses its standing (not voided) uses that count against this event: the same event, for an
 *     open-ended one the same day (R21)
 */
public record VisitCard(CardHash hash, EntryWay entryWay, CardLookup lookup, List<PriorUse> uses) {
  public VisitCard {
    uses = List.copyOf(uses);
  }
}
