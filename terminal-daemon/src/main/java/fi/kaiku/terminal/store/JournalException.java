package fi.kaiku.terminal.store;

import java.sql.SQLException;

/** The journal could not be opened, read or written: a matter of disk and file, not of the data. */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final JournalFault fault;

  public JournalException(JournalFault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  static JournalException of(SQLException e, String attempted) {
    JournalFault fault = JournalFault.of(e, attempted);
    return new JournalException(fault, "journal: " + attempted + ": " + e.getMessage(), e);
  }

  public JournalFault fault() {
    return fault;
  }
}
