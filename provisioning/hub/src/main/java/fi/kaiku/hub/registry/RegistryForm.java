package fi.kaiku.hub.registry;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The table of cards as it stands in SQLite files, which terminals read as they are. */
final class RegistryForm {
  static final String CARD_TABLE =
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

  static final String PUT =
      "INSERT OR REPLACE INTO card (hash, kind, issued_on, last_day, state, children)"
          + " VALUES (?, ?, ?, ?, ?, ?)";

  private RegistryForm() {}

  /** In the order of the table's columns. */
  static void bind(PreparedStatement statement, CardRow card) throws SQLException {
    statement.setBytes(1, card.hash());
    statement.setInt(2, card.facts().kind());
    statement.setInt(3, card.facts().issuedOn());
    statement.setInt(4, card.facts().lastDay());
    statement.setInt(5, card.facts().state());
    statement.setInt(6, card.facts().children());
  }

  /** From a row that begins with the table's columns. */
  static CardRow card(ResultSet row) throws SQLException {
    return new CardRow(
        row.getBytes(1),
        new CardFacts(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6)));
  }
}
