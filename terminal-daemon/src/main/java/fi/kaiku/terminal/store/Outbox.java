package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.AdmissionId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What can be asked of the outbox. */
public final class Outbox {
  private final Sql sql;

  Outbox(Sql sql) {
    this.sql = sql;
  }

  /**
   * An entry as it stands there.
   *
   * @param json the payload; a use's card is a reference in it
   * @param card a use's card, sealed
   */
  public record Entry(UUID id, AdmissionId admission, String json, Optional<SealedId> card) {}

  /**
   * An entry that upstream refused.
   *
   * @param json the payload, without a card
   */
  public record DeadLetter(UUID id, String reason, String json) {}

  /** Uses and voids that upstream has not recorded yet. */
  public int unsent() {
    return sql.number("SELECT amount FROM tally WHERE name = 'UNSENT'");
  }

  /** Uses and voids that upstream refused. */
  public int deadLetters() {
    return sql.number("SELECT count(*) FROM outbox WHERE state = 'DEAD'");
  }

  /** The oldest that are still to be sent. */
  public List<Entry> waiting(int limit) {
    return sql.list(
        """
        SELECT o.id, o.admission, o.payload, p.sealed
        FROM outbox o LEFT JOIN admission a ON a.id = o.id
          LEFT JOIN pending_card p ON p.admission = a.seq
        WHERE o.state IN ('WAITING', 'ATTEMPTED') ORDER BY o.seq LIMIT ?
        """,
        row ->
            new Entry(
                row.uuid(1),
                row.admission(2),
                row.text(3),
                Optional.ofNullable(row.bytes(4)).map(SealedId::new)),
        limit);
  }

  /** The oldest of those that upstream refused. */
  public List<DeadLetter> refused(int limit) {
    return sql.list(
        "SELECT id, refusal, payload FROM outbox WHERE state = 'DEAD' ORDER BY seq LIMIT ?",
        row -> new DeadLetter(row.uuid(1), row.text(2), row.text(3)),
        limit);
  }
}
