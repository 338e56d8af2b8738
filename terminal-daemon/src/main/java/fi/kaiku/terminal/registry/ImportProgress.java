package fi.kaiku.terminal.registry;

/** Follows an import; called on the importing thread, which waits. */
public interface ImportProgress {
  /** Each {@link RegistryImport#ROWS_PER_STEP} rows. */
  void reading(long rows);

  /** For the first {@link RegistryImport#BAD_ROWS_TOLD} bad rows. */
  void badRow(BadRow row);
}
