package fi.kaiku.terminal.store;

import fi.kaiku.terminal.event.EventId;
import java.time.LocalDate;

/**
 * Numbers kept in the same transaction as what they count, so that nobody ever has to go through
 * all uses: what stands, by day and event; refusals, by day and reason only (R28).
 */
public final class CounterTable {
  private final Sql sql;

  CounterTable(Sql sql) {
    this.sql = sql;
  }

  /** Adds what was issued, or takes off what was voided. */
  public void add(EventId event, LocalDate day, People people) {
    sql.change(
        """
        INSERT INTO use_counter (event_id, day, adults, children, assistants, interpreters)
        VALUES (?, ?, 0, 0, 0, 0) ON CONFLICT (event_id, day) DO NOTHING
        """,
        event.value(),
        day);
    sql.change(
        """
        UPDATE use_counter SET adults = adults + ?, children = children + ?,
          assistants = assistants + ?, interpreters = interpreters + ?
        WHERE event_id = ? AND day = ?
        """,
        people.adults(),
        people.children(),
        people.assistants(),
        people.interpreters(),
        event.value(),
        day);
  }

  /** One more visit that got nothing. */
  public void addRefusal(LocalDate day, Enum<?> reason) {
    sql.change(
        """
        INSERT INTO refusal_counter (day, reason, refusals) VALUES (?, ?, 1)
        ON CONFLICT (day, reason) DO UPDATE SET refusals = refusals + 1
        """,
        day,
        reason);
  }

  /**
   * After a recovery: a counter that was saved may know of rows that were lost, and the other way
   * round; the higher one counts, so that no place is given twice.
   */
  static void countAnew(Sql sql) {
    sql.change(
        """
        INSERT INTO use_counter (event_id, day, adults, children, assistants, interpreters)
        SELECT e.event_id, a.day, sum(a.adults), sum(a.children),
          sum((SELECT count(*) FROM assistant_ticket t WHERE t.admission = a.seq
            AND t.kind = 'ASSISTANT' AND t.seq NOT IN (SELECT ticket FROM assistant_ticket_void))),
          sum((SELECT count(*) FROM assistant_ticket t WHERE t.admission = a.seq
            AND t.kind = 'INTERPRETER' AND t.seq NOT IN (SELECT ticket FROM assistant_ticket_void)))
        FROM admission a JOIN event_seen e ON e.seq = a.event
        WHERE a.seq NOT IN (SELECT admission FROM void)
        GROUP BY e.event_id, a.day
        ON CONFLICT (event_id, day) DO UPDATE SET
          adults = max(adults, excluded.adults), children = max(children, excluded.children),
          assistants = max(assistants, excluded.assistants),
          interpreters = max(interpreters, excluded.interpreters)
        """);
    sql.change(
        """
        UPDATE tally SET amount =
          (SELECT count(*) FROM outbox WHERE state IN ('WAITING', 'ATTEMPTED'))
        WHERE name = 'UNSENT'
        """);
  }
}
