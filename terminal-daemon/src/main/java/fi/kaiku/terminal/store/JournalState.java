package fi.kaiku.terminal.store;

/** How the journal is, for the status strip. */
public enum JournalState {
  OK,
  /** The disk is full: nothing is issued until there is space. */
  FULL,
  /** The disk or the file fails: nothing is issued. */
  FAILED,
  /**
   * In order, but the file was found damaged at this start: what could be read was saved, and every
   * ticket that was still to be printed is asked about.
   */
  RECOVERED,
  /**
   * In order, but put back from a backup, or moved here, before this start: what was issued since
   * is not in it, and every ticket that was still to be printed is asked about.
   */
  RESTORED
}
