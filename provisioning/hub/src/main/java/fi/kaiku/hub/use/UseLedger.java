package fi.kaiku.hub.use;

import fi.kaiku.hub.key.HubKeys;
import fi.kaiku.hub.store.Database;
import fi.kaiku.hub.store.FeedWatch;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/**
 * Takes in what terminals recorded. An id counts once for ever; a batch is one transaction, and
 * what is answered is durable before the answer. One bad item holds up no other.
 */
public final class UseLedger {
  /** Items of one batch: a transaction of some 20 ms. */
  public static final int BATCH_MAX = 500;

  private final Database database;
  private final HubKeys keys;
  private final InstantSource clock;
  private final FeedWatch feed;

  public UseLedger(Database database, HubKeys keys, InstantSource clock, FeedWatch feed) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
    this.feed = feed;
  }

  /**
   * What became of each item, in their order.
   *
   * @param sentBy the terminal that signed the batch
   */
  public List<Taken> take(UUID sentBy, List<EntryText> items) {
    EntryTable.Sender sender = new EntryTable.Sender(sentBy, clock.instant());
    List<Taken> taken =
        database.transaction(db -> new Batch(new EntryTable(db, keys, sender), items).take());
    if (taken.stream().anyMatch(Taken.Recorded.class::isInstance)) {
      feed.look();
    }
    return taken;
  }

  /** The same id with other content, the last ones first; the first one stands in the ledger. */
  public List<ConflictRow> conflicts(int limit) {
    return database.read(db -> EntryTable.conflicts(db, limit));
  }
}
