package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.admission.VisitId;
import fi.kaiku.terminal.store.VisitTable.IssuedRow;
import java.util.List;
import java.util.Optional;

/** The visits that were issued: a repeat of one is answered from here. */
public final class Visits {
  private final Sql sql;

  Visits(Sql sql) {
    this.sql = sql;
  }

  public Optional<IssuedRow> find(VisitId id) {
    return sql.first(
        "SELECT station, at, tickets, take_back FROM visit WHERE id = ?",
        row ->
            new IssuedRow(
                id, new StationName(row.text(1)), row.instant(2), row.number(3), row.number(4)),
        id.value());
  }

  /** In the order in which they were recorded. */
  public List<AdmissionId> admissions(VisitId id) {
    return sql.list(
        """
        SELECT a.id FROM visit v JOIN admission a ON a.visit = v.seq WHERE v.id = ? ORDER BY a.seq
        """,
        row -> row.admission(1),
        id.value());
  }
}
