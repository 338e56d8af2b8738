package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardHasher;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** One finished registry file, checked and open for look-ups. One caller at a time. */
final class RegistrySnapshot implements RegistryData {
  private static final String FIND =
      "SELECT kind, issued_on, last_day, state, children FROM card WHERE hash = ?";
  private static final String READ_META =
      "SELECT key_number, key_fingerprint, fetched_at, usable_until, cards FROM meta";

  private static final String HAS_FEED =
      "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'feed'";

  private final Connection connection;
  private final RegistryMeta meta;
  private final PreparedStatement find;

  private RegistrySnapshot(Connection connection, RegistryMeta meta) throws SQLException {
    this.connection = connection;
    this.meta = meta;
    this.find = connection.prepareStatement(FIND);
  }

  /**
   * Opens a file after summing up all of it.
   *
   * @throws BrokenRegistryException when it is damaged, unfinished, no registry, or hashed under
   *     another key
   * @throws SQLException when it can't be read now
   * @throws IOException when it can't be read now
   */
  static RegistrySnapshot open(Path file, CardHasher hasher)
      throws BrokenRegistryException, SQLException, IOException {
    if (!RegistrySeal.isIntact(file)) {
      throw new BrokenRegistryException("cut, damaged or unfinished");
    }
    Connection connection = RegistryFile.open(file);
    try {
      checkForm(connection);
      RegistryMeta meta = readMeta(connection);
      if (!hasher.knows(meta.keyNumber(), meta.keyFingerprint())) {
        throw new BrokenRegistryException(
            "hashed under a national key that this terminal does not have, number "
                + meta.keyNumber());
      }
      return new RegistrySnapshot(connection, meta);
    } catch (BrokenRegistryException | SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public RegistryMeta meta() {
    return meta;
  }

  @Override
  public CardLookup lookup(CardHash hash) throws SQLException {
    if (hash.keyNumber() != meta.keyNumber()) {
      return new CardLookup.NotFound();
    }
    find.setBytes(1, hash.bytes());
    try (ResultSet row = find.executeQuery()) {
      return row.next()
          ? new CardLookup.Found(RegistryFile.card(hash, row, 1))
          : new CardLookup.NotFound();
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      find.close();
    }
  }

  private static void checkForm(Connection connection)
      throws BrokenRegistryException, SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA application_id")) {
      if (!row.next() || row.getInt(1) != RegistryFile.APPLICATION_ID) {
        throw new BrokenRegistryException("not a registry of this form");
      }
    }
  }

  private static RegistryMeta readMeta(Connection connection)
      throws BrokenRegistryException, SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(READ_META)) {
      if (!row.next()) {
        throw new BrokenRegistryException("never finished");
      }
      return new RegistryMeta(
          row.getInt(1),
          row.getString(2),
          Instant.ofEpochMilli(row.getLong(3)),
          Instant.ofEpochMilli(row.getLong(4)),
          row.getLong(5),
          readOrigin(connection, row.getLong(5)));
    }
  }

  private static RegistryOrigin readOrigin(Connection connection, long cards) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet table = statement.executeQuery(HAS_FEED)) {
      if (!table.next()) {
        return new RegistryOrigin.OfFile();
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT position, checksum FROM feed")) {
      return row.next()
          ? new RegistryOrigin.OfHub(new FeedPoint(row.getLong(1), cards, row.getLong(2)))
          : new RegistryOrigin.OfFile();
    }
  }
}
