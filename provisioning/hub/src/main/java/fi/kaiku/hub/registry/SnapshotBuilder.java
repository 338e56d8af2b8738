package fi.kaiku.hub.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.kaiku.hub.key.HubKeys;
import fi.kaiku.hub.store.Database;
import fi.kaiku.hub.store.FeedWatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/**
 * The thread {@code snapshot-builder}: publishes the registry as a file when the last one has been
 * left behind, and then compacts the log. Of several hubs on one database one does it.
 */
public final class SnapshotBuilder implements AutoCloseable {
  /** Some changes wait this long: until then they are a small matter to fetch one by one. */
  static final Duration PUBLISH_EVERY = Duration.ofHours(6);

  /** With more changes than this a new snapshot saves a new terminal some seconds. */
  static final long PUBLISH_CHANGES = 20_000;

  /** A terminal that was away for longer fetches a snapshot. */
  static final Duration LOG_KEPT = Duration.ofDays(30);

  /** Building takes seconds; a hub that died in it is waited for so long. */
  static final Duration TURN = Duration.ofMinutes(10);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final int SALT_BYTES = 16;
  private static final Logger LOG = System.getLogger(SnapshotBuilder.class.getName());

  private final Database database;
  private final Snapshots snapshots;
  private final SnapshotWork work;
  private final HubKeys keys;
  private final InstantSource clock;
  private final FeedWatch watch;
  private final Path folder;
  private final SecureRandom random = new SecureRandom();
  private final Thread thread;

  /**
   * Does not run yet.
   *
   * @param watch of the feed of cards
   * @param folder for files that are worth nothing once they are lost
   */
  public SnapshotBuilder(
      Database database, HubKeys keys, InstantSource clock, FeedWatch watch, Path folder) {
    this.database = database;
    this.snapshots = new Snapshots(database);
    this.work = new SnapshotWork(folder.resolve("snapshot-work.db"), database, keys);
    this.keys = keys;
    this.clock = clock;
    this.watch = watch;
    this.folder = folder;
    this.thread = Thread.ofPlatform().name("snapshot-builder").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    boolean failed = false;
    try {
      long seen = 0;
      while (!Thread.currentThread().isInterrupted()) {
        try {
          look();
          failed = false;
        } catch (SQLException | IOException | RuntimeException e) {
          if (!failed && !Thread.currentThread().isInterrupted()) {
            LOG.log(Level.ERROR, "A snapshot of the registry can't be built; trying on", e);
          }
          failed = true;
        }
        seen = watch.await(failed ? Long.MAX_VALUE : seen, LOOK_EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One look: builds when it is time, and compacts. */
  void look() throws SQLException, IOException {
    if (isDue() && takeTurn()) {
      try {
        build();
      } finally {
        database.transaction(db -> db.execute("UPDATE snapshot_turn SET until = 0"));
      }
    }
    compact();
  }

  private boolean isDue() {
    return database.read(
        db -> {
          long head = Checkpoint.last(db).position();
          return head > 0
              && Snapshots.newest(db).map(newest -> isLeftBehind(db, newest, head)).orElse(true);
        });
  }

  private boolean isLeftBehind(Handle db, Snapshots.Snapshot newest, long head) {
    Duration age = Duration.between(Instant.ofEpochMilli(newest.madeAt()), clock.instant());
    return ChangeLog.compactedTo(db) > newest.position()
        || head - newest.position() >= PUBLISH_CHANGES
        || (head > newest.position() && age.compareTo(PUBLISH_EVERY) >= 0);
  }

  private boolean takeTurn() {
    long now = clock.millis();
    return database.transaction(
            db ->
                db.execute(
                    "UPDATE snapshot_turn SET until = ? WHERE until < ?",
                    now + TURN.toMillis(),
                    now))
        == 1;
  }

  private void build() throws SQLException, IOException {
    Path plain = folder.resolve("snapshot-plain.part");
    Path closed = folder.resolve("snapshot-closed.part");
    try {
      Files.deleteIfExists(plain);
      Checkpoint at = database.read(Checkpoint::last);
      if (work.write(at, plain)) {
        publish(at, plain, closed);
      }
    } finally {
      Files.deleteIfExists(plain);
      Files.deleteIfExists(closed);
    }
  }

  private void publish(Checkpoint at, Path plain, Path closed) throws IOException {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    String saltText = HexFormat.of().formatHex(salt);
    MessageDigest sha256 = sha256();
    try (InputStream in = Files.newInputStream(plain);
        OutputStream out = new DigestOutputStream(Files.newOutputStream(closed), sha256)) {
      SnapshotCipher.encrypt(in, out, keys.snapshotKey(saltText));
    }
    String digest = HexFormat.of().formatHex(sha256.digest());
    long bytes = Files.size(closed);
    ObjectNode claims =
        JsonNodeFactory.instance
            .objectNode()
            .put("digest", digest)
            .put("bytes", bytes)
            .put("position", at.position())
            .put("cards", at.cards())
            .put("checksum", at.checksumText())
            .put("key", keys.nationalKeyNumber())
            .put("salt", saltText)
            .put("time", clock.instant().toString());
    snapshots.add(
        new Snapshots.Snapshot(
            digest, at.position(), bytes, keys.signedSnapshot(claims), clock.millis()),
        closed);
    LOG.log(Level.INFO, "Snapshot at {0}: {1} cards, {2} bytes", at.position(), at.cards(), bytes);
  }

  /** Only what a snapshot has, and no terminal of late may still ask for. */
  private void compact() {
    long old = clock.instant().minus(LOG_KEPT).toEpochMilli();
    Long upTo =
        database.read(
            db ->
                db.createQuery(
                        """
                        SELECT max(c.position) FROM card_checkpoint c, card_log l
                        WHERE c.position > l.compacted_to AND c.at < :old
                          AND c.position <= (SELECT max(position) FROM snapshot)
                        """)
                    .bind("old", old)
                    .mapTo(Long.class)
                    .one());
    if (upTo != null) {
      database.transaction(
          db -> {
            CardTable.compact(db, upTo);
            return upTo;
          });
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
