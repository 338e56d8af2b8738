package fi.kaiku.terminal.store;

/** Whether a ticket may have been on paper before. */
public enum Edition {
  ORIGINAL,
  /** Says so on the paper. */
  COPY
}
