package fi.kaiku.terminal.store;

/**
 * One transaction under way, on the writer thread: the tables that can be written, and all that can
 * be asked. Good only inside the call that got it. What it throws undoes everything.
 */
public final class JournalTransaction {
  private final Sql sql;
  private final Touched touched = new Touched();
  private final JournalView view;
  private final VisitTable visits;
  private final AdmissionTable admissions;
  private final CardUseTable cardUses;
  private final VoidTable voids;
  private final TicketTable tickets;
  private final TicketTable assistantTickets;
  private final PrintJobTable printJobs;
  private final OutboxTable outbox;
  private final CounterTable counters;
  private final OnceTable once;
  private final StationEventTable stationEvents;

  JournalTransaction(Sql sql) {
    this.sql = sql;
    this.view = new JournalView(sql);
    this.visits = new VisitTable(sql, touched);
    this.admissions = new AdmissionTable(sql, touched);
    this.cardUses = new CardUseTable(sql, touched);
    this.voids = new VoidTable(sql, touched);
    this.tickets = TicketTable.recorded(sql, touched);
    this.assistantTickets = TicketTable.assistants(sql, touched);
    this.printJobs = new PrintJobTable(sql, touched);
    this.outbox = new OutboxTable(sql, touched);
    this.counters = new CounterTable(sql);
    this.once = new OnceTable(sql);
    this.stationEvents = new StationEventTable(sql);
  }

  Sql sql() {
    return sql;
  }

  Touched touched() {
    return touched;
  }

  public JournalView view() {
    return view;
  }

  public VisitTable visits() {
    return visits;
  }

  public AdmissionTable admissions() {
    return admissions;
  }

  public CardUseTable cardUses() {
    return cardUses;
  }

  public VoidTable voids() {
    return voids;
  }

  public TicketTable tickets() {
    return tickets;
  }

  /** R18: nothing of it ever goes upstream. */
  public TicketTable assistantTickets() {
    return assistantTickets;
  }

  public PrintJobTable printJobs() {
    return printJobs;
  }

  public OutboxTable outbox() {
    return outbox;
  }

  public CounterTable counters() {
    return counters;
  }

  public OnceTable once() {
    return once;
  }

  public StationEventTable stationEvents() {
    return stationEvents;
  }
}
