package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.event.EventId;
import java.util.Optional;

/** What was chosen at stations. */
public final class StationEvents {
  private final Sql sql;

  StationEvents(Sql sql) {
    this.sql = sql;
  }

  public Optional<EventId> last(StationName station) {
    return sql.first(
        "SELECT event_id FROM station_event WHERE station = ?",
        row -> new EventId(row.text(1)),
        station.value());
  }
}
