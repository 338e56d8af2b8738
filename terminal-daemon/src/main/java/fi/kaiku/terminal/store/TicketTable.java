package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.card.TicketNumber;
import java.time.Instant;
import java.util.List;

/**
 * Issued tickets. There are two of these tables, alike: one for the tickets of recorded uses, one
 * for assistants' and interpreters', which nothing that goes upstream can reach (R18).
 */
public final class TicketTable {
  private final Sql sql;
  private final Touched touched;
  private final String insert;
  private final String insertVoid;
  private final String standing;

  private TicketTable(Sql sql, Touched touched, String table) {
    this.sql = sql;
    this.touched = touched;
    this.insert =
        """
        INSERT INTO %s (number, admission, kind, at)
        VALUES (?, (SELECT seq FROM admission WHERE id = ?), ?, ?)
        """
            .formatted(table);
    this.insertVoid =
        """
        INSERT INTO %s_void (ticket, at, replaced_by) SELECT seq, ?, ? FROM %s WHERE number = ?
        """
            .formatted(table, table);
    this.standing =
        """
        SELECT number, kind FROM %s t WHERE admission = (SELECT seq FROM admission WHERE id = ?)
          AND NOT EXISTS (SELECT 1 FROM %s_void x WHERE x.ticket = t.seq) ORDER BY seq
        """
            .formatted(table, table);
  }

  static TicketTable recorded(Sql sql, Touched touched) {
    return new TicketTable(sql, touched, "ticket");
  }

  static TicketTable assistants(Sql sql, Touched touched) {
    return new TicketTable(sql, touched, "assistant_ticket");
  }

  /** One ticket. */
  public record Ticket(TicketNumber number, TicketKind kind) {}

  public void add(AdmissionId admission, Ticket ticket, Instant at) {
    sql.change(insert, ticket.number().value(), admission.value(), ticket.kind(), at);
    touched.admission(admission);
  }

  /** The paper never came: its number is worth nothing from now on, another takes its place. */
  public void replace(TicketNumber old, TicketNumber replacement, Instant at) {
    if (sql.change(insertVoid, at, replacement.value(), old.value()) != 1) {
      throw new IllegalStateException("no such ticket in this table");
    }
  }

  /** Those of an admission that were not replaced, in the order of issuing. */
  public List<Ticket> standing(AdmissionId admission) {
    return sql.list(
        standing,
        row -> new Ticket(new TicketNumber(row.text(1)), row.constant(2, TicketKind.class)),
        admission.value());
  }
}
