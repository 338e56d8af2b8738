package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.card.CardHash;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * The form of {@code registry.db}: a SQLite file that is written once, by one import here or by the
 * hub, and never changed in place. One of the hub has the table {@code feed} besides. Codes of kind
 * and state are part of the form; they never get a new meaning.
 */
final class RegistryFile {
  /** "KRg1": tells a registry of this form from any other SQLite file. */
  static final int APPLICATION_ID = 0x4B_52_67_31;

  private static final String CARD_TABLE =
      """
      CREATE TABLE card(
        hash      BLOB    NOT NULL PRIMARY KEY CHECK (length(hash) = 16),
        kind      INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 1),      -- 0 personal, 1 community
        issued_on INTEGER NOT NULL,                                   -- days since 1970-01-01
        last_day  INTEGER NOT NULL CHECK (last_day >= issued_on),
        state     INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),     -- 0 active, 1 ended, 2 withdrawn
        children  INTEGER NOT NULL CHECK (children BETWEEN 0 AND 30)
      ) STRICT, WITHOUT ROWID
      """;

  private static final String META_TABLE =
      """
      CREATE TABLE meta(
        one             INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
        key_number      INTEGER NOT NULL,
        key_fingerprint TEXT    NOT NULL,
        fetched_at      INTEGER NOT NULL,                             -- ms since 1970
        usable_until    INTEGER NOT NULL,                             -- ms since 1970
        cards           INTEGER NOT NULL
      ) STRICT
      """;

  private RegistryFile() {}

  /** Without journal or syncs: the file counts only once it is finished, forced and renamed. */
  static Connection create(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = OFF");
      statement.execute("PRAGMA synchronous = OFF");
      statement.execute("PRAGMA cache_size = -16384"); // KiB: rows come in no order of their hash
      statement.execute("PRAGMA application_id = " + APPLICATION_ID);
      statement.execute(CARD_TABLE);
      statement.execute(META_TABLE);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Immutable: no locks, no journal looked for, nothing written beside it. */
  static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:sqlite:file:" + file.toUri().getRawPath() + "?mode=ro&immutable=1");
  }

  /** The facts of a card in the order of the table's columns, from this parameter on. */
  static void bind(PreparedStatement statement, int from, Card card) throws SQLException {
    statement.setInt(from, code(card.kind()));
    statement.setLong(from + 1, card.issuedOn().toEpochDay());
    statement.setLong(from + 2, card.validUntil().toEpochDay());
    statement.setInt(from + 3, code(card.state()));
    statement.setInt(from + 4, card.children());
  }

  /** The card of a row whose columns from this one on are its facts. */
  static Card card(CardHash hash, ResultSet row, int from) throws SQLException {
    return new Card(
        hash,
        kind(row.getInt(from)),
        LocalDate.ofEpochDay(row.getLong(from + 1)),
        LocalDate.ofEpochDay(row.getLong(from + 2)),
        state(row.getInt(from + 3)),
        row.getInt(from + 4));
  }

  static int code(CardKind kind) {
    return switch (kind) {
      case PERSONAL -> 0;
      case COMMUNITY -> 1;
    };
  }

  static CardKind kind(int code) {
    return code == 0 ? CardKind.PERSONAL : CardKind.COMMUNITY;
  }

  static int code(CardState state) {
    return switch (state) {
      case ACTIVE -> 0;
      case ENDED -> 1;
      case WITHDRAWN -> 2;
    };
  }

  static CardState state(int code) {
    return switch (code) {
      case 0 -> CardState.ACTIVE;
      case 1 -> CardState.ENDED;
      default -> CardState.WITHDRAWN;
    };
  }
}
