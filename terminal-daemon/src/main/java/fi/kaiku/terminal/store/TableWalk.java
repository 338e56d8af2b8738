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

  private void walk(String select) throws SQLException {
    try (PreparedStatement onwards =
            source.prepareStatement(select + " WHERE rowid > ? ORDER BY rowid");
        PreparedStatement single = source.prepareStatement(select + " WHERE rowid = ?")) {
      boolean isAtEnd = runOn(onwards);
      while (!isAtEnd) {
        isAtEnd = !jumpGap(single) || runOn(onwards);
      }
    }
  }

  /** Copies rows behind the last key up to the end or the next damage; true at the end. */
  private boolean runOn(PreparedStatement onwards) {
    try {
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

  /** Tries key after key behind the damage until one can be read. */
  private boolean jumpGap(PreparedStatement single) {
    long last = lastKey + GAP_MAX;
    for (long key = lastKey + 1; key <= last; key++) {
      if (copied(single, key)) {
        return true;
      }
    }
    return false;
  }

  private boolean copied(PreparedStatement single, long key) {
    try {
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
