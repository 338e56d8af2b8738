package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.admission.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The visits that were issued: a repeat of one is answered from here. */
public final class VisitTable {
  private final Sql sql;

  VisitTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * One press of *Issue* and what it gave.
   *
   * @param tickets assistants' tickets of the same press included, later ones not
   * @param takeBack printed tickets of the uses that it replaced (R21)
   */
  public record IssuedRow(VisitId id, StationName station, Instant at, int tickets, int takeBack) {}

  public void add(IssuedRow visit) {
    sql.change(
        "INSERT INTO visit (id, station, at, tickets, take_back) VALUES (?, ?, ?, ?, ?)",
        visit.id().value(),
        visit.station().value(),
        visit.at(),
        visit.tickets(),
        visit.takeBack());
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
