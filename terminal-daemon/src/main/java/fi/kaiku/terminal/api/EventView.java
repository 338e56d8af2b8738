package fi.kaiku.terminal.api;

import fi.kaiku.terminal.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.OptionalInt;

/** Schema {@code Event}. */
record EventView(
    String id,
    LocalisedTextView title,
    String kind,
    String startsAt,
    String endsAt,
    Integer placesLeft,
    boolean agentSale,
    int serviceFeeCents,
    boolean today) {
  /** All starts carry an offset of the same zone; comparing them as instants minds the hour. */
  static final Comparator<EventView> TODAY_FIRST =
      Comparator.comparing(EventView::today)
          .reversed()
          .thenComparing(event -> OffsetDateTime.parse(event.startsAt()).toInstant())
          .thenComparing(EventView::id);

  /**
   * Views an event.
   *
   * @param venue ours: an event of another organiser is an agent's sale (R23)
   */
  static EventView of(Event event, OptionalInt placesLeft, String venue, Instant now) {
    return new EventView(
        event.id().value(),
        LocalisedTextView.of(event.title()),
        WireWord.of(event.kind()),
        WireTime.of(event.startsAt()),
        WireTime.of(event.endsAt()),
        placesLeft.isPresent() ? Math.max(0, placesLeft.getAsInt()) : null,
        !event.organiser().equals(venue),
        event.serviceFeeCents(),
        isToday(event, now));
  }

  /** Begins today, or goes on today where one comes at any time. */
  private static boolean isToday(Event event, Instant now) {
    LocalDate today = WireTime.day(now);
    LocalDate first = WireTime.day(event.startsAt());
    return switch (event.kind()) {
      case PERFORMANCE, COURSE -> first.equals(today);
      case OPEN, PASS -> !first.isAfter(today) && !WireTime.day(event.endsAt()).isBefore(today);
    };
  }
}
