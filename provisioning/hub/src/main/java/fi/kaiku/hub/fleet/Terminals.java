package fi.kaiku.hub.fleet;

import fi.kaiku.hub.fleet.Terminal.Standing;
import fi.kaiku.hub.key.PublicKey;
import fi.kaiku.hub.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The enrolled terminals. One that was revoked stays known, for its uses stay. */
public final class Terminals {
  private final Database database;
  private final InstantSource clock;

  /**
   * A terminal as the registry keeper sees it.
   *
   * @param heartbeat the last one, JSON; {@code {}} before the first
   */
  public record Seen(Terminal terminal, Instant enrolledAt, Instant seenAt, String heartbeat) {}

  public Terminals(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  public Optional<Terminal> find(UUID id) {
    return database.read(db -> find(db, id));
  }

  public List<Seen> all() {
    return database.read(
        db ->
            db.createQuery(
                    """
                    SELECT id, venue, public_key, revoked_at, enrolled_at, seen_at, heartbeat
                    FROM terminal ORDER BY venue, id
                    """)
                .map(
                    (row, _) ->
                        new Seen(
                            terminal(row),
                            Instant.ofEpochMilli(row.getLong(5)),
                            Instant.ofEpochMilli(row.getLong(6)),
                            row.getString(7)))
                .list());
  }

  /** Keeps what a terminal tells of itself, in place of what it told before. */
  public void heard(UUID id, String heartbeat) {
    database.transaction(
        db ->
            db.execute(
                "UPDATE terminal SET seen_at = ?, heartbeat = ? WHERE id = ?",
                clock.instant().toEpochMilli(),
                heartbeat,
                id));
  }

  /** False where there is no such terminal; a repeat keeps the first time. */
  public boolean revoke(UUID id) {
    return database.transaction(
            db ->
                db.execute(
                    "UPDATE terminal SET revoked_at = COALESCE(revoked_at, ?) WHERE id = ?",
                    clock.instant().toEpochMilli(),
                    id))
        == 1;
  }

  static Optional<Terminal> find(Handle db, UUID id) {
    return db.createQuery("SELECT id, venue, public_key, revoked_at FROM terminal WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> terminal(row))
        .findOne();
  }

  static boolean hasKey(Handle db, PublicKey key) {
    return db.createQuery("SELECT 1 FROM terminal WHERE public_key = :key")
        .bind("key", key.bytes())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  static void add(Handle db, UUID id, String venue, PublicKey key, long now) {
    db.execute(
        """
        INSERT INTO terminal (id, venue, public_key, enrolled_at, seen_at, heartbeat)
        VALUES (?, ?, ?, ?, ?, '{}')
        """,
        id,
        venue,
        key.bytes(),
        now,
        now);
  }

  private static Terminal terminal(ResultSet row) throws SQLException {
    row.getLong(4);
    Standing standing = row.wasNull() ? Standing.ENROLLED : Standing.REVOKED;
    return new Terminal(
        UUID.fromString(row.getString(1)),
        row.getString(2),
        PublicKey.of(row.getBytes(3)),
        standing);
  }
}
