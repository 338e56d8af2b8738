package fi.kaiku.terminal.store;

import java.time.Instant;
import java.util.UUID;

/**
 * How far a journal has come.
 *
 * @param origin which history it tells; changes when a restored or recovered one is taken into use
 * @param rows of what can only grow, and grows with each admission, void and step of a print job
 */
record JournalExtent(UUID origin, long rows) {
  private static final String READ =
      """
      SELECT (SELECT id FROM journal_origin ORDER BY seq DESC LIMIT 1),
        (SELECT coalesce(max(seq), 0) FROM visit) + (SELECT coalesce(max(seq), 0) FROM void)
        + (SELECT coalesce(max(seq), 0) FROM print_job)
        + (SELECT coalesce(max(seq), 0) FROM print_job_change)
      """;

  /** Of a journal in use: it has an origin. */
  static JournalExtent of(Sql sql) {
    return sql.first(READ, row -> new JournalExtent(row.uuid(1), row.key(2))).orElseThrow();
  }

  static boolean hasOrigin(Sql sql) {
    return sql.has("SELECT 1 FROM journal_origin");
  }

  JournalExtent plus(int newRows) {
    return new JournalExtent(origin, rows + newRows);
  }

  /** Inside a transaction. */
  static void begin(Sql sql, Instant at) {
    sql.change("INSERT INTO journal_origin (id, at) VALUES (randomblob(16), ?)", at);
  }

  /** Whether a journal that once was there can have become this one. */
  boolean continues(JournalExtent earlier) {
    return origin.equals(earlier.origin) && rows >= earlier.rows;
  }
}
