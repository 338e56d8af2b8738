package fi.kaiku.hub.registry;

import fi.kaiku.hub.store.Database;
import fi.kaiku.hub.store.FeedWatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Tells of changes of the registry in the order of commits. Any thread. */
public final class ChangeLog {
  /** Of one answer, about 650 kB; the caller asks on at once. */
  static final int PAGE_MAX = 5_000;

  private final Database database;
  private final FeedWatch watch;

  /** One row of the log. */
  record Logged(long position, CardRow card, Fate fate) {}

  /** What a change says of a card. */
  enum Fate {
    STANDS,
    GONE
  }

  /**
   * Asks nothing yet.
   *
   * @param watch of the feed of cards
   */
  public ChangeLog(Database database, FeedWatch watch) {
    this.database = database;
    this.watch = watch;
  }

  /** Waits for the first change after that position, or until the time is over. */
  public ChangePage after(long position, Duration atMost) throws InterruptedException {
    if (position > watch.head() && position > watch.look()) {
      return new ChangePage.CursorUnknown();
    }
    long head = watch.await(position, atMost);
    return database.read(db -> page(db, position, head));
  }

  /** What is compacted between two statements leaves a gap, which is seen. */
  private static ChangePage page(Handle db, long after, long head) {
    List<Logged> rows = rows(db, after, head);
    boolean hasGap = rows.isEmpty() ? head > after : rows.getFirst().position() != after + 1;
    if (hasGap || compactedTo(db) > after) {
      return new ChangePage.MustRefetch();
    }
    long next = rows.isEmpty() ? after : rows.getLast().position();
    List<CardChange> changes = new ArrayList<>(rows.size());
    rows.forEach(row -> changes.add(change(row)));
    return new ChangePage.Changes(
        changes,
        next,
        Checkpoint.at(db, next)
            .map(check -> new ChangePage.Check(check.cards(), check.checksumText())));
  }

  static long compactedTo(Handle db) {
    return db.createQuery("SELECT compacted_to FROM card_log").mapTo(Long.class).one();
  }

  /** Up to a page of changes, as they stand there. */
  static List<Logged> rows(Handle db, long after, long head) {
    return db.createQuery(
            """
            SELECT hash, kind, issued_on, last_day, state, children, position, gone FROM card_change
            WHERE position > :after AND position <= :head ORDER BY position LIMIT :limit
            """)
        .bind("after", after)
        .bind("head", head)
        .bind("limit", PAGE_MAX)
        .map((row, _) -> logged(row))
        .list();
  }

  private static Logged logged(ResultSet row) throws SQLException {
    return new Logged(row.getLong(7), RegistryForm.card(row), Fate.values()[row.getInt(8)]);
  }

  private static CardChange change(Logged row) {
    String hash = HexFormat.of().formatHex(row.card().hash());
    CardFacts facts = row.card().facts();
    return switch (row.fate()) {
      case GONE -> new CardChange.Gone(hash);
      case STANDS ->
          new CardChange.Put(
              hash,
              CardFacts.KINDS.get(facts.kind()),
              LocalDate.ofEpochDay(facts.issuedOn()),
              LocalDate.ofEpochDay(facts.lastDay()),
              CardFacts.STATES.get(facts.state()),
              facts.children());
    };
  }
}
