package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.AdmissionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Uses that were taken back (R24). One act, such as undoing a visit, may void several. */
public final class VoidTable {
  private final Sql sql;
  private final Touched touched;

  VoidTable(Sql sql, Touched touched) {
    this.sql = sql;
    this.touched = touched;
  }

  /** What made a use void. */
  public enum Reason {
    UNDO,
    VOID,
    REPLACE
  }

  /**
   * One voided use.
   *
   * @param id its own, under which it goes upstream
   * @param act the same for all uses that were voided together
   * @param takeBack tickets that may be on paper
   * @param cancelled tickets taken out of the print queue
   */
  public record VoidRow(
      UUID id,
      AdmissionId admission,
      UUID act,
      Reason reason,
      Instant at,
      int takeBack,
      int cancelled) {}

  public void add(VoidRow row) {
    sql.change(
        """
        INSERT INTO void (id, admission, act, reason, at, take_back, cancelled)
        VALUES (?, (SELECT seq FROM admission WHERE id = ?), ?, ?, ?, ?, ?)
        """,
        row.id(),
        row.admission().value(),
        row.act(),
        row.reason(),
        row.at(),
        row.takeBack(),
        row.cancelled());
    touched.grew();
    touched.admission(row.admission());
  }

  /** All that was voided together with this use; empty while it stands. */
  public List<VoidRow> sameAct(AdmissionId admission) {
    return sql.list(
        """
        SELECT x.id, a.id, x.act, x.reason, x.at, x.take_back, x.cancelled
        FROM void x JOIN admission a ON a.seq = x.admission
        WHERE x.act = (SELECT act FROM void
          WHERE admission = (SELECT seq FROM admission WHERE id = ?))
        ORDER BY x.seq
        """,
        row ->
            new VoidRow(
                row.uuid(1),
                row.admission(2),
                row.uuid(3),
                row.constant(4, Reason.class),
                row.instant(5),
                row.number(6),
                row.number(7)),
        admission.value());
  }
}
