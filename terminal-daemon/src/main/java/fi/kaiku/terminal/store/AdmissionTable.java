package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.VisitId;
import fi.kaiku.terminal.event.EventId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Uses, the cards they were of, and the events as they were sold. */
public final class AdmissionTable {
  private final Sql sql;
  private final Touched touched;
  private final EventSeen events;

  AdmissionTable(Sql sql, Touched touched) {
    this.sql = sql;
    this.touched = touched;
    this.events = new EventSeen(sql);
  }

  /** The visit must have been added before. */
  public void add(NewAdmission use) {
    sql.change(
        """
        INSERT INTO admission (id, visit, event, at, day, card_kind, entry_way, time_source,
          unverified, agent_report, adults, children)
        VALUES (?, (SELECT seq FROM visit WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        use.id().value(),
        use.visit().value(),
        events.remember(use.event()),
        use.at(),
        use.day(),
        use.card().kind(),
        use.card().entryWay(),
        use.timeSource(),
        use.marks().contains(Mark.UNVERIFIED) ? 1 : 0,
        use.marks().contains(Mark.AGENT_REPORT) ? 1 : 0,
        use.adults(),
        use.children());
    addCard(use);
    touched.admission(use.id());
  }

  private void addCard(NewAdmission use) {
    NewAdmission.UsedCard card = use.card();
    sql.change(
        """
        INSERT INTO card_use (admission, event_id, day, key_number, card_hash, tail, erase_after)
        VALUES (last_insert_rowid(), ?, ?, ?, ?, ?, ?)
        """,
        use.event().id().value(),
        use.day(),
        card.hash().keyNumber(),
        card.hash().bytes(),
        card.tail(),
        card.eraseAfter());
    sql.change(
        "INSERT INTO pending_card (admission, sealed) VALUES (last_insert_rowid(), ?)",
        card.sealed().bytes());
  }

  public Optional<AdmissionRow> find(AdmissionId id) {
    return sql.first(
        """
        SELECT v.id, v.at, a.day, e.event_id, a.adults, a.children,
          EXISTS (SELECT 1 FROM void x WHERE x.admission = a.seq)
        FROM admission a JOIN visit v ON v.seq = a.visit JOIN event_seen e ON e.seq = a.event
        WHERE a.id = ?
        """,
        row ->
            new AdmissionRow(
                id,
                new VisitId(row.uuid(1)),
                row.instant(2),
                row.day(3),
                new EventId(row.text(4)),
                row.number(5),
                row.number(6),
                row.isTrue(7) ? Standing.VOIDED : Standing.STANDS),
        id.value());
  }

  /** Whether a use still counts. */
  public enum Standing {
    STANDS,
    VOIDED
  }

  /** A recorded use, without its card. */
  public record AdmissionRow(
      AdmissionId id,
      VisitId visit,
      Instant issuedAt,
      LocalDate day,
      EventId event,
      int adults,
      int children,
      Standing standing) {}
}
