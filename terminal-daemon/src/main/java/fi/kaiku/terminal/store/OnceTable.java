package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.AdmissionId;
import java.time.Instant;
import java.util.Optional;
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

  /** What the first press brought. */
  public record Answer(int tickets, Instant at) {}

  /** Empty when this is the first press. */
  public Optional<Answer> find(Press press) {
    return sql.first(
        """
        SELECT tickets, at FROM once WHERE key = ? AND act = ?
          AND admission = (SELECT seq FROM admission WHERE id = ?)
        """,
        row -> new Answer(row.number(1), row.instant(2)),
        press.key(),
        press.act(),
        press.admission().value());
  }

  public void add(Press press, Answer answer) {
    sql.change(
        """
        INSERT INTO once (key, act, admission, tickets, at)
        VALUES (?, ?, (SELECT seq FROM admission WHERE id = ?), ?, ?)
        """,
        press.key(),
        press.act(),
        press.admission().value(),
        answer.tickets(),
        answer.at());
  }
}
