package fi.kaiku.terminal.store;

import fi.kaiku.terminal.event.EventId;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.event.LocalisedText;
import java.sql.SQLException;
import java.time.Instant;

/** An event as it was when a ticket to it was issued. */
public record SoldEvent(
    EventId id,
    LocalisedText title,
    EventKind kind,
    Instant startsAt,
    Instant endsAt,
    String organiser,
    int serviceFeeCents) {
  /** For a query with {@code event_seen e}; to be read from {@code first} on. */
  static final String COLUMNS =
      "e.event_id, e.title_fi, e.title_sv, e.title_en, e.kind, e.starts_at, e.ends_at,"
          + " e.organiser, e.service_fee_cents";

  static SoldEvent read(Row row, int first) throws SQLException {
    return new SoldEvent(
        new EventId(row.text(first)),
        new LocalisedText(row.text(first + 1), row.text(first + 2), row.text(first + 3)),
        row.constant(first + 4, EventKind.class),
        row.instant(first + 5),
        row.instant(first + 6),
        row.text(first + 7),
        row.number(first + 8));
  }
}
