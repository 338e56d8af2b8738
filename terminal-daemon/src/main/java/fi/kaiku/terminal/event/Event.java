package fi.kaiku.terminal.event;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that a Kaikukortti gives a ticket or a place to.
 *
 * @param endsAt not before {@code startsAt}; nothing is sold after it
 * @param organiser venue id of the organiser; another venue than ours makes it an agent's sale
 *     (R23)
 * @param serviceFeeCents euro cents, 0 for none (R23)
 */
public record Event(
    EventId id,
    LocalisedText title,
    EventKind kind,
    Instant startsAt,
    Instant endsAt,
    Quota quota,
    String organiser,
    int serviceFeeCents) {
  public Event {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(quota, "quota");
    Objects.requireNonNull(organiser, "organiser");
    if (endsAt.isBefore(startsAt)) {
      throw new IllegalArgumentException("ends_at is before starts_at");
    }
    if (serviceFeeCents < 0) {
      throw new IllegalArgumentException(
          "service_fee: " + serviceFeeCents + " cents, expected 0 or more");
    }
  }
}
