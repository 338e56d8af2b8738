package fi.kaiku.terminal.store;

import fi.kaiku.terminal.event.Event;

/**
 * Events as they were when something was sold: what is printed and listed later must not change
 * with the venue's list.
 */
final class EventSeen {
  private final Sql sql;

  EventSeen(Sql sql) {
    this.sql = sql;
  }

  /** The row that holds this event as it is now; added when the last one differs. */
  long remember(Event event) {
    return sql.first(
            """
            SELECT seq FROM (SELECT * FROM event_seen WHERE event_id = ? ORDER BY seq DESC LIMIT 1)
            WHERE title_fi = ? AND title_sv = ? AND title_en = ? AND kind = ? AND starts_at = ?
              AND ends_at = ? AND organiser = ? AND service_fee_cents = ?
            """,
            row -> row.key(1),
            columns(event))
        .orElseGet(() -> add(event));
  }

  private long add(Event event) {
    sql.change(
        """
        INSERT INTO event_seen (event_id, title_fi, title_sv, title_en, kind, starts_at, ends_at,
          organiser, service_fee_cents)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        columns(event));
    return sql.first("SELECT last_insert_rowid()", row -> row.key(1)).orElseThrow();
  }

  private static Object[] columns(Event event) {
    return new Object[] {
      event.id().value(),
      event.title().fi(),
      event.title().sv(),
      event.title().en(),
      event.kind(),
      event.startsAt(),
      event.endsAt(),
      event.organiser(),
      event.serviceFeeCents()
    };
  }
}
