package fi.kaiku.terminal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections to {@code journal.db} with the settings that durability and privacy need. */
final class JournalConnection {
  /** How long one connection waits for another; only a foreign program can make it wait. */
  static final int BUSY_TIMEOUT_MS = 5_000;

  /** SQLITE_OPEN_READONLY (sqlite.org/c3ref/c_open_autoproxy.html). */
  private static final String OPEN_READ_ONLY = "1";

  /**
   * WAL with FULL: each commit is forced to disk. secure_delete: what is erased is overwritten
   * (R28). cell_size_check: a damaged page is noticed when it is read.
   */
  private static final String WRITER_SETTINGS =
      """
      PRAGMA busy_timeout=%d;
      PRAGMA journal_mode=WAL;
      PRAGMA synchronous=FULL;
      PRAGMA foreign_keys=ON;
      PRAGMA secure_delete=ON;
      PRAGMA temp_store=MEMORY;
      PRAGMA trusted_schema=OFF;
      PRAGMA cell_size_check=ON;
      """
          .formatted(BUSY_TIMEOUT_MS);

  private static final String READER_SETTINGS =
      """
      PRAGMA busy_timeout=%d;
      PRAGMA query_only=ON;
      PRAGMA temp_store=MEMORY;
      PRAGMA trusted_schema=OFF;
      PRAGMA cell_size_check=ON;
      """
          .formatted(BUSY_TIMEOUT_MS);

  private JournalConnection() {}

  static Sql writer(Path file) {
    return open(file, new Properties(), WRITER_SETTINGS);
  }

  static Sql reader(Path file) {
    Properties readOnly = new Properties();
    readOnly.setProperty("open_mode", OPEN_READ_ONLY);
    return open(file, readOnly, READER_SETTINGS);
  }

  private static Sql open(Path file, Properties properties, String settings) {
    Sql sql = new Sql(connect(file, properties));
    try {
      sql.script(settings);
      return sql;
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  private static Connection connect(Path file, Properties properties) {
    try {
      return DriverManager.getConnection("jdbc:sqlite:" + file, properties);
    } catch (SQLException e) {
      throw JournalException.of(e, "open " + file);
    }
  }
}
