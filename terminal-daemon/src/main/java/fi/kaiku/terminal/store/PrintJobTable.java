package fi.kaiku.terminal.store;

import fi.kaiku.device.DeviceName;
import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.PrintJobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Print jobs and how they fare; each change of state is kept. */
public final class PrintJobTable {
  private static final String PRINTABLE =
      """
      SELECT j.id, coalesce(t.number, s.number), coalesce(t.kind, s.kind), j.edition, a.day,
      """
          + SoldEvent.COLUMNS
          + """
           FROM print_job j JOIN admission a ON a.seq = j.admission
            JOIN event_seen e ON e.seq = a.event
            LEFT JOIN ticket t ON t.seq = j.ticket
            LEFT JOIN assistant_ticket s ON s.seq = j.assistant_ticket
          WHERE j.seq = (SELECT min(seq) FROM print_job WHERE state = 'QUEUED' AND printer = ?)
          """;

  private final Sql sql;
  private final Touched touched;

  PrintJobTable(Sql sql, Touched touched) {
    this.sql = sql;
    this.touched = touched;
  }

  /** Puts a job at the end of its printer's queue, whatever state the row names. */
  public void queue(PrintJobRow job, Instant at) {
    boolean isRecorded = job.ticket().kind().isRecorded();
    String number = job.ticket().number().value();
    sql.change(
        """
        INSERT INTO print_job (id, admission, ticket, assistant_ticket, station, printer, edition,
          at, state)
        VALUES (?, (SELECT seq FROM admission WHERE id = ?),
          (SELECT seq FROM ticket WHERE number = ?),
          (SELECT seq FROM assistant_ticket WHERE number = ?), ?, ?, ?, ?, 'QUEUED')
        """,
        job.id().value(),
        job.admission().value(),
        isRecorded ? number : null,
        isRecorded ? null : number,
        job.station().value(),
        job.printer().value(),
        job.edition(),
        at);
    touched.grew();
    touched.admission(job.admission());
    touched.printer(job.printer());
  }

  /** Takes the printer's first waiting job for sending. */
  public Optional<PrintableTicket> claim(DeviceName printer, Instant at) {
    Optional<PrintableTicket> next =
        sql.first(
            PRINTABLE,
            row ->
                new PrintableTicket(
                    new PrintJobId(row.uuid(1)),
                    row.ticket(2),
                    row.constant(4, Edition.class),
                    SoldEvent.read(row, 6),
                    row.day(5)),
            printer.value());
    next.ifPresent(ticket -> move(ticket.job(), PrintState.SENDING, at, ""));
    next.ifPresent(_ -> touched.claimed());
    return next;
  }

  /**
   * Moves a job.
   *
   * @param detail for people who look into a complaint; never data of a card
   */
  public void move(PrintJobId job, PrintState state, Instant at, String detail) {
    PrintJobRow before = new PrintJobs(sql).find(job).orElseThrow();
    sql.change("UPDATE print_job SET state = ? WHERE id = ?", state, job.value());
    sql.change(
        """
        INSERT INTO print_job_change (job, state, at, detail)
        VALUES ((SELECT seq FROM print_job WHERE id = ?), ?, ?, ?)
        """,
        job.value(),
        state,
        at,
        detail);
    touched.grew();
    touched.admission(before.admission());
    touched.printer(before.printer());
  }

  /**
   * Says what became of a job that was claimed. What was voided meanwhile must not come out any
   * more, and nobody has to be asked about it.
   *
   * @param detail for people who look into a complaint; never data of a card
   */
  public void finish(PrintJobId job, PrintState outcome, Instant at, String detail) {
    boolean isMoot =
        outcome.isOpen()
            && sql.has(
                """
                SELECT 1 FROM print_job j JOIN void x ON x.admission = j.admission WHERE j.id = ?
                """,
                job.value());
    move(job, isMoot ? PrintState.CANCELLED : outcome, at, detail);
  }

  /**
   * Ends all jobs of an admission that wait for the printer or for a clerk's answer, and answers
   * how many of them were taken out of a queue. A job that is being printed goes on.
   */
  public int cancelOpen(AdmissionId admission, Instant at, String detail) {
    List<PrintJobRow> open =
        new PrintJobs(sql).of(admission).stream().filter(job -> job.state().isOpen()).toList();
    open.forEach(job -> move(job.id(), PrintState.CANCELLED, at, detail));
    return (int) open.stream().filter(job -> job.state() == PrintState.QUEUED).count();
  }

  /**
   * Before anybody prints, inside a transaction: jobs in these states were left by a run that has
   * ended.
   */
  static void settleAfterStart(Sql sql, Instant at, Set<PrintState> left) {
    for (PrintState state : left) {
      sql.change(
          """
          INSERT INTO print_job_change (job, state, at, detail)
          SELECT seq, 'UNKNOWN', ?, 'found at start' FROM print_job WHERE state = ?
          """,
          at,
          state);
      sql.change("UPDATE print_job SET state = 'UNKNOWN' WHERE state = ?", state);
    }
  }
}
