package fi.kaiku.hub.use;

import fi.kaiku.hub.fleet.Terminal;
import fi.kaiku.hub.store.Database;
import fi.kaiku.hub.store.FeedWatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Tells a till of the uses that others recorded, of the events that its venue sells now and of no
 * other (R28), in the order of commits.
 */
public final class UseFeed {
  /** Of one answer, about 100 kB; the caller asks on at once. */
  static final int PAGE_MAX = 500;

  private static final String QUERY =
      """
      SELECT e.position, e.kind, e.admission, e.event, e.venue, e.terminal, e.at, e.card_key,
        e.card_hash, e.adults, e.children,
        EXISTS (SELECT 1 FROM entry v WHERE v.kind = 'void' AND v.admission = e.id)
      FROM entry e
      WHERE e.position > :after AND e.position <= :head AND e.sent_by <> :asker
        AND e.event IN (SELECT s.event FROM event_seller s JOIN event x ON x.id = s.event
          WHERE s.venue = :venue AND x.ends_at > :now)
      ORDER BY e.position LIMIT :limit
      """;

  private final Database database;
  private final FeedWatch watch;
  private final InstantSource clock;

  /**
   * Some uses.
   *
   * @param next what to ask after next time
   */
  public record Page(List<OtherUse> uses, long next) {
    public Page {
      uses = List.copyOf(uses);
    }
  }

  public UseFeed(Database database, FeedWatch watch, InstantSource clock) {
    this.database = database;
    this.watch = watch;
    this.clock = clock;
  }

  /**
   * Whether the ledger has come so far. A till that has read further has read another ledger, such
   * as the one before a restore, and has to begin anew. What another hub has just taken in is known
   * to the database only.
   */
  public boolean hasCome(long position) {
    return position <= watch.head() || position <= watch.look();
  }

  /** Waits for the first use after that position, or until the time is over. */
  public Page after(Terminal asker, long position, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    long from = position;
    long head = watch.head();
    while (true) {
      if (head > from) {
        List<OtherUse> uses = read(asker, from, head);
        if (!uses.isEmpty()) {
          return new Page(uses, uses.size() < PAGE_MAX ? head : uses.getLast().position());
        }
        from = head;
      }
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return new Page(List.of(), from);
      }
      head = watch.await(from, Duration.ofNanos(left));
    }
  }

  private List<OtherUse> read(Terminal asker, long after, long head) {
    return database.read(db -> uses(db, asker, after, head));
  }

  private List<OtherUse> uses(Handle db, Terminal asker, long after, long head) {
    return db.createQuery(QUERY)
        .bind("after", after)
        .bind("head", head)
        .bind("asker", asker.id())
        .bind("venue", asker.venue())
        .bind("now", clock.millis())
        .bind("limit", PAGE_MAX)
        .map((row, _) -> use(row))
        .list();
  }

  private static OtherUse use(ResultSet row) throws SQLException {
    long position = row.getLong(1);
    UUID admission = UUID.fromString(row.getString(3));
    Instant at = Instant.ofEpochMilli(row.getLong(7));
    if (row.getString(2).equals("void")) {
      return new OtherUse.Taken(position, admission, at);
    }
    return new OtherUse.Use(
        position,
        admission,
        row.getString(4),
        row.getString(5),
        UUID.fromString(row.getString(6)),
        at,
        row.getInt(8),
        HexFormat.of().formatHex(row.getBytes(9)),
        row.getInt(10),
        row.getInt(11),
        row.getBoolean(12) ? OtherUse.Standing.VOIDED : OtherUse.Standing.STANDS);
  }
}
