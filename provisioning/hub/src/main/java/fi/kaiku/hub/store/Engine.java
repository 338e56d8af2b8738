package fi.kaiku.hub.store;

import java.nio.file.Path;
import java.util.Map;

/** The two databases that a hub runs on, and in what they differ. */
enum Engine {
  SQLITE(4, "BLOB", "TEXT"),
  /** Enough for two cores of a database server each; a hub's own cores are the limit before. */
  POSTGRESQL(16, "BYTEA", "UUID");

  /**
   * Durable at each commit, readers beside the one writer, and the write lock taken at the start of
   * a transaction: one that begins as a reader could not become a writer.
   */
  private static final String SQLITE_OPTIONS =
      "?journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE&foreign_keys=true"
          + "&busy_timeout=20000";

  private final int connections;
  private final String bytes;
  private final String uuid;

  Engine(int connections, String bytes, String uuid) {
    this.connections = connections;
    this.bytes = bytes;
    this.uuid = uuid;
  }

  static Engine of(String url) {
    if (url.startsWith("jdbc:sqlite:")) {
      return SQLITE;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new IllegalArgumentException("expected a URL that begins with jdbc:postgresql:");
  }

  static String sqlite(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath() + SQLITE_OPTIONS;
  }

  int connections() {
    return connections;
  }

  /** Column types that the schema leaves open. */
  Map<String, String> types() {
    return Map.of("bytes", bytes, "uuid", uuid);
  }
}
