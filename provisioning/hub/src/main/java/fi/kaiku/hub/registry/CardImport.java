package fi.kaiku.hub.registry;

import fi.kaiku.hub.key.HubKeys;
import fi.kaiku.hub.registry.ImportReport.Cause;
import fi.kaiku.hub.registry.ImportReport.Imported;
import fi.kaiku.hub.registry.ImportReport.Refused;
import fi.kaiku.hub.store.Database;
import fi.kaiku.hub.store.FeedWatch;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Makes the programme's list the registry: it is streamed, clear ids become hashes line by line and
 * are kept nowhere; then what differs from before is written in one transaction, so that a list
 * takes effect as a whole or not at all. Any thread, which is busy for seconds.
 */
public final class CardImport {
  public static final int ROWS_PER_STEP = 1_000;
  public static final int BAD_ROWS_TOLD = 100;

  /** A list with more than this many bad rows, and more than one in a hundred, is refused. */
  static final int BAD_ROWS_ALWAYS_FINE = 5;

  static final int BAD_ROWS_PERCENT = 1;

  /** A list with fewer cards than this share of the last one is refused. */
  static final int SMALLEST_PERCENT_OF_LAST = 90;

  /** Changes of one import that are told one by one; with more, a snapshot is the shorter way. */
  static final long LOGGED_MAX = 200_000;

  private static final Logger LOG = System.getLogger(CardImport.class.getName());

  private final Database database;
  private final HubKeys keys;
  private final InstantSource clock;
  private final FeedWatch watch;
  private final Path staging;
  private final ReentrantLock importing = new ReentrantLock();

  /**
   * Does nothing yet.
   *
   * @param watch of the feed of cards
   * @param staging a file for the time of an import
   */
  public CardImport(
      Database database, HubKeys keys, InstantSource clock, FeedWatch watch, Path staging) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
    this.watch = watch;
    this.staging = staging;
  }

  /** The stream stays the caller's to close. */
  public ImportReport importCsv(InputStream csv, Force force, ImportProgress progress) {
    if (!importing.tryLock()) {
      return new Refused(Cause.BUSY, "another import is under way");
    }
    try (StagedCards staged = new StagedCards(staging)) {
      ImportRun run = new ImportRun(keys, staged, progress);
      run.read(csv);
      long known = database.read(Checkpoint::last).cards();
      run.judge(known, force);
      Imported imported = database.transaction(db -> apply(db, staged, run.badRows()));
      watch.look();
      return imported;
    } catch (RefusedFileException e) {
      return e.report();
    } catch (SQLException | IOException | JdbiException | IllegalStateException e) {
      LOG.log(Level.WARNING, "An import of cards was not stored", e);
      return new Refused(Cause.NOT_STORED, "the registry can't be stored now; see the hub's log");
    } finally {
      importing.unlock();
    }
  }

  private Imported apply(Handle db, StagedCards staged, long badRows) {
    CardTable table = CardTable.begin(db);
    try {
      long gone = merge(staged.sorted(), table);
      table.finish(clock.millis(), LOGGED_MAX);
      return new Imported(table.cards(), table.changes() - gone, gone, badRows);
    } catch (SQLException e) {
      throw new IllegalStateException("the staged list can't be read", e);
    }
  }

  /** Both are sorted by hash; answers how many cards are gone. */
  private static long merge(CardSource list, CardTable table) throws SQLException {
    CardSource known = table.all();
    CardRow before = known.next();
    CardRow now = list.next();
    long gone = 0;
    while (before != null || now != null) {
      int order = order(before, now);
      if (order < 0) {
        table.remove(before);
        gone++;
      } else if (order > 0) {
        table.add(now);
      } else if (!before.facts().equals(now.facts())) {
        table.change(before, now);
      }
      before = order <= 0 ? known.next() : before;
      now = order >= 0 ? list.next() : now;
    }
    return gone;
  }

  /** What there is none of any more comes after everything. */
  private static int order(CardRow before, CardRow now) {
    if (before == null || now == null) {
      return before == null ? 1 : -1;
    }
    return Arrays.compareUnsigned(before.hash(), now.hash());
  }
}
