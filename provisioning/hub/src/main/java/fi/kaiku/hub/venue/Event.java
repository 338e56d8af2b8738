package fi.kaiku.hub.venue;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An event, as far as the hub needs it.
 *
 * @param organiser the venue whose event it is
 * @param sellers venues that sell it; the organiser is always one (R23)
 */
public record Event(
    String id,
    String organiser,
    String title,
    Instant startsAt,
    Instant endsAt,
    SortedSet<String> sellers) {
  public Event {
    Names.EVENT.check("id", id);
    Names.VENUE.check("organiser", organiser);
    Names.TITLE.check("title", title);
    if (endsAt.isBefore(startsAt)) {
      throw new IllegalArgumentException("endsAt: expected no time before startsAt");
    }
    sellers = new TreeSet<>(sellers);
    sellers.add(organiser);
    sellers.forEach(seller -> Names.VENUE.check("sellers", seller));
  }
}
