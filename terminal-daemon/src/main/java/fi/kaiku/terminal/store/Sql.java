package fi.kaiku.terminal.store;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One connection and its statements, each prepared once and kept: SQL texts are constants, so their
 * number is small. Owned by one thread at a time. Trouble comes out as {@link JournalException}.
 */
final class Sql implements AutoCloseable {
  @FunctionalInterface
  interface RowReader<T> {
    T read(Row row) throws SQLException;
  }

  private static final System.Logger LOG = System.getLogger(Sql.class.getName());

  private final Connection connection;
  private final Map<String, PreparedStatement> kept = new HashMap<>();

  /** Rows that were left out and told of. */
  private final Set<String> told = new HashSet<>();

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** Runs one statement that gives no rows, and answers how many rows it changed. */
  int change(String sql, Object... values) {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  <T> List<T> list(String sql, RowReader<T> reader, Object... values) {
    try (ResultSet result = bound(sql, values).executeQuery()) {
      List<T> rows = new ArrayList<>();
      Row row = new Row(result);
      while (result.next()) {
        rows.add(reader.read(row));
      }
      return rows;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /**
   * The rows that can be read. One that holds nonsense (a flipped bit, another version's word) must
   * not hide the others; it is left out, and told once a connection.
   *
   * @param sql its first column is the row's key
   */
  <T> List<T> readable(String sql, RowReader<T> reader, Object... values) {
    RowReader<Optional<T>> careful =
        row -> {
          try {
            return Optional.of(reader.read(row));
          } catch (IllegalArgumentException | DateTimeException | NullPointerException nonsense) {
            leftOut(sql, row.key(1), nonsense);
            return Optional.empty();
          }
        };
    return list(sql, careful, values).stream().flatMap(Optional::stream).toList();
  }

  private void leftOut(String sql, long key, RuntimeException nonsense) {
    if (told.add(sql + key)) {
      LOG.log(Level.ERROR, "journal: row " + key + " is left out of: " + sql, nonsense);
    }
  }

  <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
    try (ResultSet result = bound(sql, values).executeQuery()) {
      return result.next() ? Optional.of(reader.read(new Row(result))) : Optional.empty();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Runs a query that gives one row with one number, such as a count. */
  int number(String sql, Object... values) {
    return first(sql, row -> row.number(1), values).orElseThrow();
  }

  boolean has(String sql, Object... values) {
    return first(sql, row -> true, values).orElse(false);
  }

  /** Runs statements that are needed once, pragmas and schema; several may stand in one text. */
  void script(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw JournalException.of(e, sql);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw JournalException.of(e, "close");
    }
  }

  /**
   * The driver finalises a statement that fails (a full disk, say) and never runs it again, so the
   * next call prepares a new one.
   */
  private JournalException failed(String sql, SQLException cause) {
    PreparedStatement dead = kept.remove(sql);
    try {
      if (dead != null) {
        dead.close();
      }
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
    return JournalException.of(cause, sql);
  }

  private PreparedStatement bound(String sql, Object... values) throws SQLException {
    PreparedStatement statement = kept.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      kept.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int place, Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(place, Types.NULL);
      case Integer number -> statement.setInt(place, number);
      case Long number -> statement.setLong(place, number);
      case String text -> statement.setString(place, text);
      case byte[] bytes -> statement.setBytes(place, bytes);
      case UUID id -> statement.setBytes(place, bytes(id));
      case Instant instant -> statement.setLong(place, instant.toEpochMilli());
      case LocalDate day -> statement.setLong(place, day.toEpochDay());
      case Enum<?> constant -> statement.setString(place, constant.name());
      default -> throw new IllegalArgumentException("no column type for " + value.getClass());
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
