package fi.kaiku.hub.registry;

import fi.kaiku.hub.key.HubKeys;
import fi.kaiku.hub.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The registry as a SQLite file of the form that terminals use, kept from one snapshot to the next
 * and brought up to date by the changes since: a day's changes are written, not a million cards. It
 * may be lost or damaged at any time: its checksum is compared with the database's, and it is made
 * anew. One thread.
 */
final class SnapshotWork {
  /** "KRg1": how a terminal tells a registry from other SQLite files. */
  private static final int APPLICATION_ID = 0x4B_52_67_31;

  private static final int PAGE = 10_000;

  /** Tables beside the cards'; a terminal's own times are not the hub's to tell. */
  private static final String[] TABLES = {
    """
    CREATE TABLE meta(
      one             INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
      key_number      INTEGER NOT NULL,
      key_fingerprint TEXT    NOT NULL,
      fetched_at      INTEGER NOT NULL,
      usable_until    INTEGER NOT NULL,
      cards           INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE feed(
      one      INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
      position INTEGER NOT NULL,
      checksum INTEGER NOT NULL
    ) STRICT
    """
  };

  private final Path file;
  private final Database database;
  private final HubKeys keys;

  SnapshotWork(Path file, Database database, HubKeys keys) {
    this.file = file;
    this.database = database;
    this.keys = keys;
  }

  /**
   * Writes the registry as it is at the checkpoint into a file that is not there yet.
   *
   * @return false when the database has moved on meanwhile; there is no file then
   */
  boolean write(Checkpoint at, Path out) throws SQLException, IOException {
    if (Files.exists(file)) {
      try (Connection work = open()) {
        if (follow(work, at) && publish(work, at, out)) {
          return true;
        }
      } catch (SQLException e) {
        // A damaged file of ours: it is made anew.
        Files.deleteIfExists(out);
      }
    }
    Files.deleteIfExists(file);
    try (Connection work = open()) {
      fill(work);
      return publish(work, at, out);
    }
  }

  private Connection open() throws SQLException {
    Connection work = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = work.createStatement()) {
      statement.execute("PRAGMA synchronous = OFF");
      statement.execute("PRAGMA cache_size = -65536"); // KiB
    }
    work.setAutoCommit(false);
    return work;
  }

  private void fill(Connection work) throws SQLException {
    try (Statement statement = work.createStatement()) {
      statement.execute("PRAGMA application_id = " + APPLICATION_ID);
      statement.execute(RegistryForm.CARD_TABLE);
      for (String table : TABLES) {
        statement.execute(table);
      }
    }
    byte[] last = new byte[0];
    try (PreparedStatement put = work.prepareStatement(RegistryForm.PUT)) {
      List<CardRow> page;
      do {
        byte[] after = last;
        page = database.read(db -> CardTable.page(db, after, PAGE));
        for (CardRow card : page) {
          RegistryForm.bind(put, card);
          put.executeUpdate();
          last = card.hash();
        }
      } while (page.size() == PAGE);
    }
  }

  /** False when the log does not reach back to where this file stands. */
  private boolean follow(Connection work, Checkpoint at) throws SQLException {
    long position = number(work, "SELECT position FROM feed");
    if (position > at.position()) {
      return false;
    }
    try (PreparedStatement put = work.prepareStatement(RegistryForm.PUT);
        PreparedStatement delete = work.prepareStatement("DELETE FROM card WHERE hash = ?")) {
      while (position < at.position()) {
        long after = position;
        List<ChangeLog.Logged> page = database.read(db -> ChangeLog.rows(db, after, at.position()));
        if (page.isEmpty() || page.getFirst().position() != after + 1) {
          return false;
        }
        for (ChangeLog.Logged change : page) {
          apply(change, put, delete);
        }
        position = page.getLast().position();
      }
      return true;
    }
  }

  private static void apply(
      ChangeLog.Logged change, PreparedStatement put, PreparedStatement delete)
      throws SQLException {
    switch (change.fate()) {
      case STANDS -> {
        RegistryForm.bind(put, change.card());
        put.executeUpdate();
      }
      case GONE -> {
        delete.setBytes(1, change.card().hash());
        delete.executeUpdate();
      }
    }
  }

  /** Copied row by row in their order, so that pages are full, where changes had split them. */
  private boolean publish(Connection work, Checkpoint at, Path out) throws SQLException {
    if (number(work, "SELECT count(*) FROM card") != at.cards() || sum(work) != at.checksum()) {
      work.rollback();
      return false;
    }
    try (Statement statement = work.createStatement()) {
      statement.execute("DELETE FROM meta");
      statement.execute("DELETE FROM feed");
    }
    try (PreparedStatement meta =
            work.prepareStatement("INSERT INTO meta VALUES (1, ?, ?, 0, 9223372036854775807, ?)");
        PreparedStatement feed = work.prepareStatement("INSERT INTO feed VALUES (1, ?, ?)")) {
      meta.setInt(1, keys.nationalKeyNumber());
      meta.setString(2, keys.nationalKeyFingerprint());
      meta.setLong(3, at.cards());
      meta.executeUpdate();
      feed.setLong(1, at.position());
      feed.setLong(2, at.checksum());
      feed.executeUpdate();
    }
    work.commit();
    work.setAutoCommit(true);
    try (PreparedStatement copy = work.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, out.toString());
      copy.execute();
    }
    return true;
  }

  private static long sum(Connection work) throws SQLException {
    try (Statement statement = work.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT hash, kind, issued_on, last_day, state, children FROM card")) {
      long sum = 0;
      while (rows.next()) {
        sum += RegistryForm.card(rows).share();
      }
      return sum;
    }
  }

  private static long number(Connection work, String query) throws SQLException {
    try (Statement statement = work.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getLong(1) : -1;
    }
  }
}
