package fi.kaiku.terminal.store;

import fi.kaiku.terminal.event.EventId;
import java.sql.SQLException;
import java.time.LocalDate;

/** What can be asked of the counters. */
public final class UseCounts {
  private static final String SUMS =
      """
      SELECT coalesce(sum(adults), 0), coalesce(sum(children), 0), coalesce(sum(assistants), 0),
        coalesce(sum(interpreters), 0)
      FROM use_counter
      """;

  private final Sql sql;

  UseCounts(Sql sql) {
    this.sql = sql;
  }

  /** Places of the event's quota that stand (R20). */
  public int placesTaken(EventId event) {
    People people = ofEvent(event);
    return people.adults() + people.children();
  }

  public People ofEvent(EventId event) {
    return sql.first(SUMS + " WHERE event_id = ?", UseCounts::people, event.value()).orElseThrow();
  }

  public People ofDay(LocalDate day) {
    return sql.first(SUMS + " WHERE day = ?", UseCounts::people, day).orElseThrow();
  }

  /** Whether a ticket to this event was ever issued here, voided ones included. */
  public boolean hasAdmissions(EventId event) {
    return sql.number("SELECT EXISTS (SELECT 1 FROM event_seen WHERE event_id = ?)", event.value())
        == 1;
  }

  public int refusals(LocalDate day, Enum<?> reason) {
    return sql.number(
        "SELECT coalesce(sum(refusals), 0) FROM refusal_counter WHERE day = ? AND reason = ?",
        day,
        reason);
  }

  private static People people(Row row) throws SQLException {
    return new People(row.number(1), row.number(2), row.number(3), row.number(4));
  }
}
