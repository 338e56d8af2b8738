package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.PriorUse;
import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.event.EventId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** What a card has been given (R21). */
public final class CardHistory {
  private static final String STANDING_USES =
      """
      SELECT a.id, a.at, v.station, a.adults, a.children
      FROM card_use u JOIN admission a ON a.seq = u.admission JOIN visit v ON v.seq = a.visit
      WHERE u.card_hash = ? AND u.event_id = ? AND u.key_number = ?
        AND NOT EXISTS (SELECT 1 FROM void x WHERE x.admission = a.seq)
      """;

  private final Sql sql;

  CardHistory(Sql sql) {
    this.sql = sql;
  }

  /** Standing uses of the card for the event, first one first. */
  public List<PriorUse> uses(CardHash card, EventId event) {
    return sql.list(
        STANDING_USES + " ORDER BY a.seq",
        CardHistory::use,
        card.bytes(),
        event.value(),
        card.keyNumber());
  }

  /** The same for an open-ended event, where each day counts by itself. */
  public List<PriorUse> uses(CardHash card, EventId event, LocalDate day) {
    return sql.list(
        STANDING_USES + " AND u.day = ? ORDER BY a.seq",
        CardHistory::use,
        card.bytes(),
        event.value(),
        card.keyNumber(),
        day);
  }

  private static PriorUse use(Row row) throws SQLException {
    return new PriorUse(
        row.admission(1), row.instant(2), row.text(3), row.number(4), row.number(5));
  }
}
