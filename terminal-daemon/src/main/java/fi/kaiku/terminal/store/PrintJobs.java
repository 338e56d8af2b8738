package fi.kaiku.terminal.store;

import fi.kaiku.device.DeviceName;
import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.PrintJobId;
import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.card.TicketNumber;
import fi.kaiku.terminal.event.LocalisedText;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What can be asked of print jobs. */
public final class PrintJobs {
  private static final String JOBS =
      """
      SELECT j.id, a.id, coalesce(t.number, s.number), coalesce(t.kind, s.kind), j.station,
        j.printer, j.edition, j.state
      FROM print_job j JOIN admission a ON a.seq = j.admission
        LEFT JOIN ticket t ON t.seq = j.ticket
        LEFT JOIN assistant_ticket s ON s.seq = j.assistant_ticket
      """;

  private final Sql sql;

  PrintJobs(Sql sql) {
    this.sql = sql;
  }

  public Optional<PrintJobRow> find(PrintJobId id) {
    return sql.first(JOBS + " WHERE j.id = ?", PrintJobs::job, id.value());
  }

  /** In the order of queueing. */
  public List<PrintJobRow> of(AdmissionId admission) {
    return sql.list(JOBS + " WHERE a.id = ? ORDER BY j.seq", PrintJobs::job, admission.value());
  }

  /** What the clerk of this station has to settle, as far as it can be read, oldest first. */
  public List<PrintQuestion> questions(StationName station) {
    return sql.readable(
        """
        SELECT j.seq, j.id, coalesce(t.number, s.number), j.state, e.title_fi, e.title_sv, e.title_en, j.at
        FROM print_job j JOIN admission a ON a.seq = j.admission
          JOIN event_seen e ON e.seq = a.event
          LEFT JOIN ticket t ON t.seq = j.ticket
          LEFT JOIN assistant_ticket s ON s.seq = j.assistant_ticket
        WHERE j.state IN ('UNKNOWN', 'FAILED') AND j.station = ? ORDER BY j.seq
        """,
        row ->
            new PrintQuestion(
                new PrintJobId(row.uuid(2)),
                new TicketNumber(row.text(3)),
                row.constant(4, PrintState.class),
                new LocalisedText(row.text(5), row.text(6), row.text(7)),
                row.instant(8)),
        station.value());
  }

  /** Tickets of this station that wait for paper or are being printed. */
  public int waiting(StationName station) {
    return sql.number(
        "SELECT count(*) FROM print_job WHERE state IN ('QUEUED', 'SENDING') AND station = ?",
        station.value());
  }

  private static PrintJobRow job(Row row) throws SQLException {
    return new PrintJobRow(
        new PrintJobId(row.uuid(1)),
        row.admission(2),
        row.ticket(3),
        new StationName(row.text(5)),
        new DeviceName(row.text(6)),
        row.constant(7, Edition.class),
        row.constant(8, PrintState.class));
  }
}
