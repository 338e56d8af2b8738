package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.AdmissionId;
import java.util.UUID;

/**
 * What has still to go upstream. An entry is never deleted; it is recorded there in the end, or
 * dropped because it was voided before anybody tried to send it (R24), or refused and kept as a
 * dead letter.
 */
public final class OutboxTable {
  private final Sql sql;
  private final Touched touched;

  OutboxTable(Sql sql, Touched touched) {
    this.sql = sql;
    this.touched = touched;
  }

  /** What became of an attempt to drop an entry. */
  public enum Drop {
    DROPPED,
    /** It may have arrived: only a void of its own can take it back. */
    PERHAPS_SENT
  }

  public void add(OutboxPayload payload) {
    String kind =
        switch (payload) {
          case OutboxPayload.Use use -> "USE";
          case OutboxPayload.VoidedUse taken -> "VOID";
        };
    sql.change(
        "INSERT INTO outbox (id, admission, kind, payload, state) VALUES (?, ?, ?, ?, 'WAITING')",
        payload.id(),
        payload.admission().value(),
        kind,
        payload.json());
    countUnsent(1);
  }

  /** To be committed before the first byte of an upload goes out. */
  public void attempted(UUID entry) {
    sql.change("UPDATE outbox SET state = 'ATTEMPTED' WHERE id = ? AND state = 'WAITING'", entry);
  }

  /** Upstream has it; the sealed card id is needed no longer (R28). */
  public void recorded(UUID entry) {
    if (sql.change(
            """
            UPDATE outbox SET state = 'RECORDED' WHERE id = ? AND state IN ('WAITING', 'ATTEMPTED')
            """,
            entry)
        == 1) {
      countUnsent(-1);
      forgetCard(entry);
    }
  }

  /**
   * Upstream will not have it: it becomes a dead letter, and its sealed card id is kept, as
   * somebody has to repair it.
   */
  public void refused(UUID entry, String reason) {
    if (sql.change(
            """
            UPDATE outbox SET state = 'DEAD', refusal = ?
            WHERE id = ? AND state IN ('WAITING', 'ATTEMPTED')
            """,
            reason,
            entry)
        == 1) {
      countUnsent(-1);
    }
  }

  /** Dead letters are to be sent once more, for upstream knows better now; answers how many. */
  public int sendAgain() {
    int again =
        sql.change("UPDATE outbox SET state = 'ATTEMPTED', refusal = '' WHERE state = 'DEAD'");
    countUnsent(again);
    return again;
  }

  /** Takes back a use that nobody has tried to send. */
  public Drop drop(AdmissionId admission) {
    if (sql.change(
            "UPDATE outbox SET state = 'DROPPED' WHERE id = ? AND state = 'WAITING'",
            admission.value())
        == 0) {
      return Drop.PERHAPS_SENT;
    }
    countUnsent(-1);
    forgetCard(admission.value());
    return Drop.DROPPED;
  }

  private void forgetCard(UUID admission) {
    sql.change(
        "DELETE FROM pending_card WHERE admission = (SELECT seq FROM admission WHERE id = ?)",
        admission);
    touched.erased();
  }

  private void countUnsent(int change) {
    sql.change("UPDATE tally SET amount = amount + ? WHERE name = 'UNSENT'", change);
  }
}
