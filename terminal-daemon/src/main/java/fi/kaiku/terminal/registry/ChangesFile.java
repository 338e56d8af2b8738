package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.disk.DurableFile;
import fi.kaiku.terminal.registry.RegistryChanges.Progress;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * The form of {@code registry-changes.db}, and whether one can be believed: it belongs to the
 * snapshot beside it, and both together give the checksum that it says.
 */
final class ChangesFile {
  private static final System.Logger LOG = System.getLogger(ChangesFile.class.getName());

  /** "KRc1": tells this form from any other SQLite file. */
  private static final int APPLICATION_ID = 0x4B_52_63_31;

  private static final String[] TABLES = {
    "PRAGMA application_id = " + APPLICATION_ID,
    """
    CREATE TABLE change(
      hash      BLOB    NOT NULL PRIMARY KEY CHECK (length(hash) = 16),
      gone      INTEGER NOT NULL,
      kind      INTEGER NOT NULL,
      issued_on INTEGER NOT NULL,
      last_day  INTEGER NOT NULL,
      state     INTEGER NOT NULL,
      children  INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE progress(
      one           INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
      base_position INTEGER NOT NULL,
      base_checksum INTEGER NOT NULL,
      position      INTEGER NOT NULL,
      cards         INTEGER NOT NULL,
      checksum      INTEGER NOT NULL,
      heard_at      INTEGER NOT NULL,                             -- ms since 1970
      usable_until  INTEGER NOT NULL                              -- ms since 1970
    ) STRICT
    """
  };

  /** Changed cards beside what the snapshot has of them. */
  private static final String BOTH =
      """
      SELECT c.hash, c.gone, c.kind, c.issued_on, c.last_day, c.state, c.children,
        b.hash IS NOT NULL, b.kind, b.issued_on, b.last_day, b.state, b.children
      FROM change c LEFT JOIN base.card b ON b.hash = c.hash
      """;

  private final Path file;
  private final Path base;

  ChangesFile(Path file, Path base) {
    this.file = file;
    this.base = base;
  }

  /** Leaves a file that can be believed, and answers how far it is. */
  Progress takeUp(RegistryMeta snapshot, Progress fresh) throws SQLException {
    if (Files.exists(file)) {
      try (Connection connection = openToWrite()) {
        return read(connection, snapshot, fresh.point());
      } catch (BrokenRegistryException | SQLException | RuntimeException e) {
        LOG.log(
            Level.WARNING,
            "The changes in {0} are dropped and fetched again: {1}",
            file,
            e.getMessage());
      }
    }
    delete(file);
    createPrivate();
    try (Connection connection = openToWrite();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
      begin(connection, fresh);
      connection.commit();
    }
    return fresh;
  }

  /** SQLite would let others of this machine read it. */
  private void createPrivate() throws SQLException {
    try {
      Files.move(DurableFile.begin(file), file);
    } catch (IOException e) {
      throw new SQLException("the file " + file + " can't be made", e);
    }
  }

  /** The snapshot's tables are there too, under the name {@code base}. */
  Connection openToWrite() throws SQLException {
    Connection connection = openToRead();
    try (Statement pages = connection.createStatement();
        PreparedStatement attach = connection.prepareStatement("ATTACH ? AS base")) {
      // Of the snapshot pages are looked at here and there: the system's own cache has them.
      pages.execute("PRAGMA mmap_size = " + HubSnapshot.BYTES_MAX);
      pages.execute("PRAGMA cache_size = -8192"); // KiB
      attach.setString(1, "file:" + base.toUri().getRawPath() + "?mode=ro&immutable=1");
      attach.execute();
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  Connection openToRead() throws SQLException {
    Connection connection =
        DriverManager.getConnection("jdbc:sqlite:file:" + file.toUri().getRawPath());
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = NORMAL");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static Progress read(Connection connection, RegistryMeta snapshot, FeedPoint base)
      throws SQLException, BrokenRegistryException {
    try (Statement statement = connection.createStatement();
        ResultSet form = statement.executeQuery("PRAGMA application_id")) {
      if (!form.next() || form.getInt(1) != APPLICATION_ID) {
        throw new BrokenRegistryException("not of this form");
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT base_position, base_checksum, position, cards, checksum, heard_at,"
                    + " usable_until FROM progress")) {
      if (!row.next()
          || row.getLong(1) != base.position()
          || row.getLong(2) != base.checksum()
          || row.getLong(3) < base.position()) {
        throw new BrokenRegistryException("they belong to another snapshot");
      }
      FeedPoint point = new FeedPoint(row.getLong(3), row.getLong(4), row.getLong(5));
      Progress progress =
          new Progress(
              point, Instant.ofEpochMilli(row.getLong(6)), Instant.ofEpochMilli(row.getLong(7)));
      if (!sum(connection, snapshot.keyNumber(), base, point.position()).equals(point)) {
        throw new BrokenRegistryException("their checksum is wrong");
      }
      return progress;
    }
  }

  private static FeedPoint sum(Connection connection, int key, FeedPoint base, long position)
      throws SQLException {
    long cards = base.cards();
    long checksum = base.checksum();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(BOTH)) {
      while (row.next()) {
        CardHash hash = CardHash.of(key, row.getBytes(1));
        if (row.getBoolean(8)) {
          cards--;
          checksum -= CardShare.of(RegistryFile.card(hash, row, 9));
        }
        if (row.getInt(2) == 0) {
          cards++;
          checksum += CardShare.of(RegistryFile.card(hash, row, 3));
        }
      }
    }
    return new FeedPoint(position, cards, checksum);
  }

  private static void begin(Connection connection, Progress fresh) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO progress VALUES(1, ?, ?, 0, 0, 0, 0, 0)")) {
      insert.setLong(1, fresh.point().position());
      insert.setLong(2, fresh.point().checksum());
      insert.executeUpdate();
    }
    write(connection, fresh);
  }

  static void write(Connection connection, Progress now) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE progress SET position = ?, cards = ?, checksum = ?, heard_at = ?,"
                + " usable_until = ?")) {
      update.setLong(1, now.point().position());
      update.setLong(2, now.point().cards());
      update.setLong(3, now.point().checksum());
      update.setLong(4, now.heardAt().toEpochMilli());
      update.setLong(5, now.usableUntil().toEpochMilli());
      update.executeUpdate();
    }
  }

  /** With all that SQLite keeps beside it. */
  static void delete(Path file) {
    for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
      try {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
      } catch (IOException e) {
        LOG.log(Level.ERROR, "A part of {0} can't be deleted: {1}", file, e.getMessage());
      }
    }
  }
}
