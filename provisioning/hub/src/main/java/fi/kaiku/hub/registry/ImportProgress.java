package fi.kaiku.hub.registry;

/** Follows an import; called on the importing thread, which waits. */
public interface ImportProgress {
  /** Each {@link CardImport#ROWS_PER_STEP} rows. */
  void reading(long rows);

  /** For the first {@link CardImport#BAD_ROWS_TOLD} bad rows. */
  void badRow(long line, String column, String reason);
}
