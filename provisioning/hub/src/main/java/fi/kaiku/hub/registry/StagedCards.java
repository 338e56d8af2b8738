package fi.kaiku.hub.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The cards of a list that is being imported, in a SQLite file that is deleted afterwards: a list
 * of any size in bounded memory, sorted by hash. It is not durable and need not be. One thread.
 */
final class StagedCards implements AutoCloseable {
  private static final String ADD =
      "INSERT INTO card (hash, kind, issued_on, last_day, state, children)"
          + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

  private final Path file;
  private final Connection connection;
  private final PreparedStatement add;

  StagedCards(Path file) throws SQLException, IOException {
    this.file = file;
    Files.deleteIfExists(file);
    this.connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = OFF");
      statement.execute("PRAGMA synchronous = OFF");
      statement.execute("PRAGMA cache_size = -65536"); // KiB: rows come in no order of their hash
      statement.execute(RegistryForm.CARD_TABLE);
      connection.setAutoCommit(false);
    }
    this.add = connection.prepareStatement(ADD);
  }

  /** False when the list had the card before. */
  boolean add(CardRow card) throws SQLException {
    RegistryForm.bind(add, card);
    return add.executeUpdate() == 1;
  }

  /** From the smallest hash on; one at a time. */
  Sorted sorted() throws SQLException {
    connection.commit();
    return new Sorted(
        connection
            .createStatement()
            .executeQuery(
                "SELECT hash, kind, issued_on, last_day, state, children FROM card ORDER BY hash"));
  }

  /** The staged cards, one after the other. */
  record Sorted(ResultSet rows) implements CardSource {
    @Override
    public CardRow next() throws SQLException {
      return rows.next() ? RegistryForm.card(rows) : null;
    }
  }

  @Override
  public void close() throws SQLException, IOException {
    try (connection) {
      add.close();
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
