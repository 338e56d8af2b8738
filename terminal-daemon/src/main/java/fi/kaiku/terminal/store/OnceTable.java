package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.AdmissionId;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;

/** Presses that carry a key of their own: a repeat gets the first answer. */
public final class OnceTable {
  private final Sql sql;

  OnceTable(Sql sql) {
    this.sql = sql;
  }

  /** What was pressed; the same key on another act or admission is another press. */
  public record Press(Act act, AdmissionId admission, UUID key) {}

  public enum Act {
    REPRINT,
    ADD_ASSISTANTS
  }

  /** How many tickets the first press brought; empty when this is it. */
  public OptionalInt find(Press press) {
    return sql
        .list(
            """
            SELECT tickets FROM once WHERE key = ? AND act = ?
              AND admission = (SELECT seq FROM admission WHERE id = ?)
            """,
            row -> row.number(1),
            press.key(),
            press.act(),
            press.admission().value())
        .stream()
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  public void add(Press press, int tickets, Instant at) {
    sql.change(
        """
        INSERT INTO once (key, act, admission, tickets, at)
        VALUES (?, ?, (SELECT seq FROM admission WHERE id = ?), ?, ?)
        """,
        press.key(),
        press.act(),
        press.admission().value(),
        tickets,
        at);
  }
}
