package fi.kaiku.terminal.store;

/** What can be asked of the journal, on one snapshot; good only inside the call that got it. */
public final class JournalView {
  private final Sql sql;

  JournalView(Sql sql) {
    this.sql = sql;
  }

  public CardHistory cardHistory() {
    return new CardHistory(sql);
  }

  public UseCounts useCounts() {
    return new UseCounts(sql);
  }

  public UseList uses() {
    return new UseList(sql);
  }

  public PrintJobs printJobs() {
    return new PrintJobs(sql);
  }

  public Outbox outbox() {
    return new Outbox(sql);
  }

  public Visits visits() {
    return new Visits(sql);
  }

  public StationEvents stationEvents() {
    return new StationEvents(sql);
  }

  public Tickets tickets() {
    return new Tickets(sql);
  }
}
