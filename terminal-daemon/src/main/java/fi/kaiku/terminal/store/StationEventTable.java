package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.event.EventId;

/** Writes down which event is chosen at a station. */
public final class StationEventTable {
  private final Sql sql;

  StationEventTable(Sql sql) {
    this.sql = sql;
  }

  public void choose(StationName station, EventId event) {
    sql.change(
        """
        INSERT INTO station_event (station, event_id) VALUES (?, ?)
        ON CONFLICT (station) DO UPDATE SET event_id = excluded.event_id
        """,
        station.value(),
        event.value());
  }
}
