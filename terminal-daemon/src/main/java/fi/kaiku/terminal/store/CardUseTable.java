package fi.kaiku.terminal.store;

import fi.kaiku.terminal.event.EventId;
import java.time.Instant;
import java.util.List;

/**
 * Which card a use was of: the one thing that the journal forgets, when its time has come (R28).
 */
public final class CardUseTable {
  private final Sql sql;
  private final Touched touched;

  CardUseTable(Sql sql, Touched touched) {
    this.sql = sql;
    this.touched = touched;
  }

  /** Events of which cards are still known although the time of some of them has come. */
  public List<EventId> due(Instant now) {
    return sql.list(
        "SELECT DISTINCT event_id FROM card_use WHERE erase_after <= ?",
        row -> new EventId(row.text(1)),
        now);
  }

  /** Forgets cards of an event whose time has come, and answers of how many uses. */
  public int erase(EventId event, Instant now) {
    int erased =
        sql.change(
            "DELETE FROM card_use WHERE event_id = ? AND erase_after <= ?", event.value(), now);
    if (erased > 0) {
      touched.erased();
    }
    return erased;
  }
}
