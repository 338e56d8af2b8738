package fi.kaiku.hub.registry;

import fi.kaiku.hub.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The registry as whole files, kept in the database so that any hub serves what another has built.
 * Any thread.
 */
public final class Snapshots {
  /** Bytes read from the database at once. */
  public static final int PIECE_BYTES = 1 << 20;

  /** The last ones: a terminal on a slow line may go on with what it began. */
  static final int KEPT = 4;

  private final Database database;

  /**
   * One of them.
   *
   * @param digest SHA-256 of its bytes, 64 hex digits
   * @param token the hub's signature on what it is
   */
  public record Snapshot(String digest, long position, long bytes, String token, long madeAt) {}

  public Snapshots(Database database) {
    this.database = database;
  }

  public Optional<Snapshot> newest() {
    return database.read(Snapshots::newest);
  }

  static Optional<Snapshot> newest(Handle db) {
    return query(db, "ORDER BY position DESC, made_at DESC LIMIT 1", List.of());
  }

  public Optional<Snapshot> find(String digest) {
    return database.read(db -> query(db, "WHERE digest = ?", List.of(digest)));
  }

  private static Optional<Snapshot> query(Handle db, String rest, List<String> values) {
    var query =
        db.createQuery("SELECT digest, position, bytes, token, made_at FROM snapshot " + rest);
    for (int i = 0; i < values.size(); i++) {
      query.bind(i, values.get(i));
    }
    return query
        .map(
            (row, _) ->
                new Snapshot(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getLong(5)))
        .findOne();
  }

  /** Empty where it is no longer kept. */
  public Optional<byte[]> piece(String digest, int number) {
    return database.read(
        db ->
            db.createQuery("SELECT content FROM snapshot_piece WHERE digest = ? AND number = ?")
                .bind(0, digest)
                .bind(1, number)
                .mapTo(byte[].class)
                .findOne());
  }

  /** Adds one with its bytes, and drops the oldest. */
  void add(Snapshot snapshot, Path file) {
    database.transaction(
        db -> {
          db.execute(
              "INSERT INTO snapshot (digest, position, bytes, token, made_at) VALUES (?, ?, ?, ?, ?)",
              snapshot.digest(),
              snapshot.position(),
              snapshot.bytes(),
              snapshot.token(),
              snapshot.madeAt());
          addPieces(db, snapshot.digest(), file);
          dropOldest(db);
          return snapshot;
        });
  }

  private static void addPieces(Handle db, String digest, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] piece = in.readNBytes(PIECE_BYTES);
      for (int number = 0; piece.length > 0; number++) {
        db.execute(
            "INSERT INTO snapshot_piece (digest, number, content) VALUES (?, ?, ?)",
            digest,
            number,
            piece);
        piece = in.readNBytes(PIECE_BYTES);
      }
    } catch (IOException e) {
      throw new IllegalStateException("a snapshot's own file can't be read", e);
    }
  }

  private static void dropOldest(Handle db) {
    List<String> kept =
        db.createQuery("SELECT digest FROM snapshot ORDER BY position DESC, made_at DESC LIMIT ?")
            .bind(0, KEPT)
            .mapTo(String.class)
            .list();
    for (String table : List.of("snapshot_piece", "snapshot")) {
      db.createUpdate("DELETE FROM " + table + " WHERE digest NOT IN (<kept>)")
          .bindList("kept", kept)
          .execute();
    }
  }
}
