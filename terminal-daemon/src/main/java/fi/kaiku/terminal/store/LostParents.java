package fi.kaiku.terminal.store;

import java.util.List;

/**
 * Puts saved rows in order whose parents were lost. A new row gets the key behind the last one, so
 * a row that names a lost key behind it would come to belong to somebody else: a void to a use that
 * stands, a ticket to another visit.
 */
final class LostParents {
  /** Children and the column that names their parent; parents before their own children. */
  private static final List<Child> CHILDREN =
      List.of(
          new Child("card_use", "admission", "admission"),
          new Child("pending_card", "admission", "admission"),
          new Child("void", "admission", "admission"),
          new Child("once", "admission", "admission"),
          new Child("ticket", "admission", "admission"),
          new Child("assistant_ticket", "admission", "admission"),
          new Child("ticket_void", "ticket", "ticket"),
          new Child("assistant_ticket_void", "ticket", "assistant_ticket"),
          new Child("print_job", "admission", "admission"),
          new Child("print_job", "ticket", "ticket"),
          new Child("print_job", "assistant_ticket", "assistant_ticket"),
          new Child("print_job_change", "job", "print_job"));

  private record Child(String table, String column, String parent) {}

  private final Sql sql;

  LostParents(Sql sql) {
    this.sql = sql;
  }

  /** Inside the transaction of the salvage; answers how many rows were given up. */
  int settle() {
    standInForVisits();
    standInForEvents();
    return giveUpNamesake();
  }

  /** What a visit was is told by its uses; only its station is gone. */
  private void standInForVisits() {
    sql.change(
        """
        INSERT INTO visit (seq, id, station, at, tickets, take_back)
        SELECT visit, randomblob(16), 'unknown', min(at), 1, 0 FROM admission
        WHERE visit NOT IN (SELECT seq FROM visit) GROUP BY visit
        """);
  }

  /** An event's id stands with the card; for what it was, its id must do. */
  private void standInForEvents() {
    sql.change(
        """
        INSERT INTO event_seen (seq, event_id, title_fi, title_sv, title_en, kind, starts_at,
          ends_at, organiser, service_fee_cents)
        SELECT a.event, coalesce(max(u.event_id), 'unknown'), coalesce(max(u.event_id), '?'), '', '',
          'PERFORMANCE', min(a.at), min(a.at), '', 0
        FROM admission a LEFT JOIN card_use u ON u.admission = a.seq
        WHERE a.event NOT IN (SELECT seq FROM event_seen) GROUP BY a.event
        """);
  }

  private int giveUpNamesake() {
    List<String> triggers =
        sql.list("SELECT sql FROM sqlite_schema WHERE type = 'trigger'", row -> row.text(1));
    sql.list("SELECT name FROM sqlite_schema WHERE type = 'trigger'", row -> row.text(1))
        .forEach(name -> sql.script("DROP TRIGGER " + name));
    int givenUp = CHILDREN.stream().mapToInt(this::giveUp).sum();
    triggers.forEach(sql::script);
    return givenUp;
  }

  private int giveUp(Child child) {
    return sql.change(
        "DELETE FROM %s WHERE %s > (SELECT coalesce(max(seq), 0) FROM %s)"
            .formatted(child.table(), child.column(), child.parent()));
  }
}
