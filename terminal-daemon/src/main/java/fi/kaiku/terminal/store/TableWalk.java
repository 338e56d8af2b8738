package fi.kaiku.terminal.store;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** Copies what can be read of one damaged table, in the order of its keys. */
final class TableWalk {
  /** Whether each key of a table is taken, so that a missing one is a lost row. */
  enum Keys {
    GAPLESS,
    SPARSE
  }

  /** Behind an unreadable page: one lost page of pages hides about 20,000 rows. */
  private static final int GAP_MAX = 50_000;

  /** Fewer than the rows of any page: no page that can be read is stepped over. */
  private static final int STRIDE = 8;

  private static final System.Logger LOG = System.getLogger(TableWalk.class.getName());

  private final Connection source;
  private final String table;
  private final Sql target;
  private final Keys keys;
  private String insert;
  private int columns;
  private int saved;
  private long lastKey;

  TableWalk(Connection source, String table, Sql target, Keys keys) {
    this.source = source;
    this.table = table;
    this.target = target;
    this.keys = keys;
  }

  int saved() {
    return saved;
  }

  int lost() {
    return keys == Keys.GAPLESS ? (int) Math.max(0, lastKey - saved) : 0;
  }

  void run() {
    try {
      List<String> names = Salvage.columns(source, table, target);
      columns = names.size();
      insert =
          "INSERT OR IGNORE INTO %s (%s) VALUES (%s)"
              .formatted(table, String.join(", ", names), String.join(", ", placeholders(columns)));
      walk("SELECT rowid, %s FROM %s".formatted(String.join(", ", names), table));
    } catch (SQLException e) {
      LOG.log(Level.ERROR, "journal: table " + table + " can not be read", e);
    }
  }

  private static List<String> placeholders(int count) {
    return Collections.nCopies(count, "?");
  }

  private void walk(String select) {
    boolean isAtEnd = runOn(select);
    while (!isAtEnd) {
      isAtEnd = jumpGap(select) ? runOn(select) : runBack(select);
    }
  }

  /** From the end of the table: rows behind the last damage that are fewer than a stride. */
  private boolean runBack(String select) {
    long damage = lastKey;
    long end = lastKey;
    try (PreparedStatement backwards =
        source.prepareStatement(select + " WHERE rowid > ? ORDER BY rowid DESC")) {
      backwards.setLong(1, damage);
      try (ResultSet rows = backwards.executeQuery()) {
        while (rows.next() && rows.getLong(1) <= damage + GAP_MAX) {
          copy(rows);
          end = Math.max(end, lastKey);
        }
      }
    } catch (SQLException reached) {
      LOG.log(Level.DEBUG, "journal: table " + table + ", back to the damage", reached);
    }
    lastKey = end;
    return true;
  }

  /** Copies rows behind the last key up to the end or the next damage; true at the end. */
  private boolean runOn(String select) {
    try (PreparedStatement onwards =
        source.prepareStatement(select + " WHERE rowid > ? ORDER BY rowid")) {
      onwards.setLong(1, lastKey);
      try (ResultSet rows = onwards.executeQuery()) {
        while (rows.next()) {
          if (!isPlausible(rows.getLong(1))) {
            return false;
          }
          copy(rows);
        }
        return true;
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "journal: table " + table + " is damaged behind row " + lastKey, e);
      return false;
    }
  }

  /** A flipped bit in a key must not lead the walk past everything that follows. */
  private boolean isPlausible(long key) {
    return key > lastKey && (keys == Keys.SPARSE || key <= lastKey + GAP_MAX);
  }

  /** Feels its way behind the damage in strides, then back to the first row that can be read. */
  private boolean jumpGap(String select) {
    long last = lastKey + GAP_MAX;
    for (long key = lastKey; key < last; key += STRIDE) {
      if (isReadable(select, key + STRIDE)) {
        return copiedBetween(select, key + 1, key + STRIDE);
      }
    }
    return false;
  }

  private boolean isReadable(String select, long key) {
    try (PreparedStatement single = source.prepareStatement(select + " WHERE rowid = ?")) {
      single.setLong(1, key);
      try (ResultSet rows = single.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException unreadable) {
      return false;
    }
  }

  private boolean copiedBetween(String select, long first, long last) {
    for (long key = first; key <= last; key++) {
      if (copied(select, key)) {
        return true;
      }
    }
    return false;
  }

  /** A statement of its own each time: the driver never runs one again that has failed. */
  private boolean copied(String select, long key) {
    try (PreparedStatement single = source.prepareStatement(select + " WHERE rowid = ?")) {
      single.setLong(1, key);
      try (ResultSet rows = single.executeQuery()) {
        if (!rows.next()) {
          return false;
        }
        copy(rows);
        return true;
      }
    } catch (SQLException unreadable) {
      return false;
    }
  }

  private void copy(ResultSet row) throws SQLException {
    Object[] values = new Object[columns];
    for (int i = 0; i < columns; i++) {
      values[i] = row.getObject(i + 2);
    }
    lastKey = row.getLong(1);
    try {
      saved += target.change(insert, values);
    } catch (IllegalStateException | IllegalArgumentException damagedValue) {
      LOG.log(Level.WARNING, "journal: row {0} of table {1} holds nonsense", lastKey, table);
    }
  }
}
