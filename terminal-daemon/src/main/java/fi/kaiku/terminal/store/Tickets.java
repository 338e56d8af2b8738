package fi.kaiku.terminal.store;

import fi.kaiku.terminal.card.TicketNumber;

/** What can be asked of ticket numbers. */
public final class Tickets {
  private final Sql sql;

  Tickets(Sql sql) {
    this.sql = sql;
  }

  /** Whether a number was ever given to a ticket of any kind. */
  public boolean exists(TicketNumber number) {
    return sql.has(
        """
        SELECT 1 FROM ticket WHERE number = ?
        UNION ALL SELECT 1 FROM assistant_ticket WHERE number = ?
        """,
        number.value(),
        number.value());
  }
}
