package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.admission.VisitId;
import java.time.Instant;

/** Writes down which visits were issued. */
public final class VisitTable {
  private final Sql sql;
  private final Touched touched;

  VisitTable(Sql sql, Touched touched) {
    this.sql = sql;
    this.touched = touched;
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
    touched.grew();
  }
}
