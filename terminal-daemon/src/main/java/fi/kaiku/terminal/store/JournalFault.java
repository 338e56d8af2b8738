package fi.kaiku.terminal.store;

import java.sql.SQLException;

/** Why the journal could not record or read. */
public enum JournalFault {
  /** No space left: the journal recovers by itself when there is some again. */
  DISK_FULL,
  /** The disk failed, or somebody took the right to write away. */
  IO_ERROR,
  /** The file is damaged; the next start sets it aside and saves what can be read. */
  DAMAGED,
  /** Too much was asked at once, or another program holds the file. */
  BUSY,
  /** The daemon is stopping. */
  CLOSED;

  /** The low byte of SQLite's extended result codes (sqlite.org/rescode.html). */
  private static final int PRIMARY_CODE = 0xff;

  private static final int SQLITE_BUSY = 5;
  private static final int SQLITE_LOCKED = 6;
  private static final int SQLITE_CORRUPT = 11;
  private static final int SQLITE_FULL = 13;
  private static final int SQLITE_NOMEM = 7;
  private static final int SQLITE_READONLY = 8;
  private static final int SQLITE_IOERR = 10;
  private static final int SQLITE_CANTOPEN = 14;
  private static final int SQLITE_NOTADB = 26;

  /**
   * What SQLite's code means here.
   *
   * @throws IllegalStateException for the codes that only a mistake in our own SQL can bring
   */
  static JournalFault of(SQLException e, String attempted) {
    return switch (e.getErrorCode() & PRIMARY_CODE) {
      case SQLITE_FULL -> DISK_FULL;
      case SQLITE_CORRUPT, SQLITE_NOTADB -> DAMAGED;
      case SQLITE_BUSY, SQLITE_LOCKED -> BUSY;
      case SQLITE_IOERR, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_NOMEM -> IO_ERROR;
      default -> throw new IllegalStateException("journal: " + attempted, e);
    };
  }
}
