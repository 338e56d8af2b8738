package fi.kaiku.terminal.store;

/** What can be asked of the outbox. */
public final class Outbox {
  private final Sql sql;

  Outbox(Sql sql) {
    this.sql = sql;
  }

  /** Uses and voids that upstream has not recorded yet. */
  public int unsent() {
    return sql.number("SELECT amount FROM tally WHERE name = 'UNSENT'");
  }
}
