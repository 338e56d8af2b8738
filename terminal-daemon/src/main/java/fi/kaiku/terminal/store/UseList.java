package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.admission.VisitId;
import fi.kaiku.terminal.card.TicketNumber;
import fi.kaiku.terminal.event.EventId;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.store.AdmissionTable.Standing;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recorded uses, for lists. Each question is a look-up by index, however long the journal is. */
public final class UseList {
  private static final String ROWS =
      """
      SELECT a.seq, a.id, v.id, a.at, a.day, v.station, coalesce(u.tail, ''), a.card_kind, e.event_id,
        e.title_fi, e.title_sv, e.title_en, a.adults, a.children,
        (SELECT count(*) FROM assistant_ticket t WHERE t.admission = a.seq
          AND NOT EXISTS (SELECT 1 FROM assistant_ticket_void x WHERE x.ticket = t.seq)),
        EXISTS (SELECT 1 FROM void x WHERE x.admission = a.seq),
        CASE (SELECT min(CASE state WHEN 'UNKNOWN' THEN 0 WHEN 'FAILED' THEN 1 WHEN 'QUEUED' THEN 2
              WHEN 'SENDING' THEN 2 WHEN 'SENT' THEN 3 WHEN 'CONFIRMED' THEN 3 ELSE 4 END)
            FROM print_job j WHERE j.admission = a.seq)
          WHEN 0 THEN 'UNKNOWN' WHEN 1 THEN 'FAILED' WHEN 2 THEN 'WAITING' WHEN 3 THEN 'PRINTED'
          ELSE 'NONE' END,
        a.unverified, a.agent_report
      FROM admission a JOIN visit v ON v.seq = a.visit JOIN event_seen e ON e.seq = a.event
        LEFT JOIN card_use u ON u.admission = a.seq
      """;

  private final Sql sql;

  UseList(Sql sql) {
    this.sql = sql;
  }

  /** Voided ones included, as far as they can be read, newest first. */
  public List<UseRow> ofDay(LocalDate day) {
    return sql.readable(ROWS + " WHERE a.day = ? ORDER BY a.seq DESC", UseList::use, day);
  }

  public Optional<UseRow> find(AdmissionId id) {
    return sql.first(ROWS + " WHERE a.id = ?", UseList::use, id.value());
  }

  /** The use that a ticket was issued for, on whatever day; a replaced number counts too. */
  public Optional<UseRow> find(TicketNumber ticket) {
    return sql.first(
        ROWS
            + """
             WHERE a.seq IN (SELECT admission FROM ticket WHERE number = ?
              UNION ALL SELECT admission FROM assistant_ticket WHERE number = ?)
            """,
        UseList::use,
        ticket.value(),
        ticket.value());
  }

  private static UseRow use(Row row) throws SQLException {
    return new UseRow(
        row.admission(2),
        new VisitId(row.uuid(3)),
        row.instant(4),
        row.day(5),
        new StationName(row.text(6)),
        row.text(7),
        row.constant(8, UsedCardKind.class),
        new EventId(row.text(9)),
        new LocalisedText(row.text(10), row.text(11), row.text(12)),
        row.number(13),
        row.number(14),
        row.number(15),
        row.isTrue(16) ? Standing.VOIDED : Standing.STANDS,
        row.constant(17, UseRow.Paper.class),
        marks(row.isTrue(18), row.isTrue(19)));
  }

  private static Set<Mark> marks(boolean unverified, boolean agentReport) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (unverified) {
      marks.add(Mark.UNVERIFIED);
    }
    if (agentReport) {
      marks.add(Mark.BACK_DATED);
      marks.add(Mark.AGENT_REPORT);
    }
    return marks;
  }
}
