package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.card.CardHash;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Fills a new registry file. One thread. */
final class RegistryWriter implements AutoCloseable {
  private static final String ADD_CARD =
      "INSERT INTO card(hash, kind, issued_on, last_day, state, children) VALUES(?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String ADD_META =
      "INSERT INTO meta(one, key_number, key_fingerprint, fetched_at, usable_until, cards)"
          + " VALUES(1, ?, ?, ?, ?, ?)";

  /** Whether a card is new to the file. */
  enum Added {
    YES,
    SAME_ID_BEFORE
  }

  private final Connection connection;
  private final PreparedStatement addCard;

  RegistryWriter(Path file) throws SQLException {
    connection = RegistryFile.create(file);
    addCard = connection.prepareStatement(ADD_CARD);
  }

  Added add(CardHash hash, RegistryRow.Good row) throws SQLException {
    addCard.setBytes(1, hash.bytes());
    addCard.setInt(2, RegistryFile.code(row.kind()));
    addCard.setLong(3, row.issuedOn().toEpochDay());
    addCard.setLong(4, row.validUntil().toEpochDay());
    addCard.setInt(5, RegistryFile.code(row.state()));
    addCard.setInt(6, row.children());
    return addCard.executeUpdate() == 1 ? Added.YES : Added.SAME_ID_BEFORE;
  }

  /** Ends the file; without this it is never taken for a registry. */
  void finish(RegistryMeta meta) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD_META)) {
      statement.setInt(1, meta.keyNumber());
      statement.setString(2, meta.keyFingerprint());
      statement.setLong(3, meta.fetchedAt().toEpochMilli());
      statement.setLong(4, meta.usableUntil().toEpochMilli());
      statement.setLong(5, meta.cards());
      statement.executeUpdate();
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      addCard.close();
    }
  }
}
