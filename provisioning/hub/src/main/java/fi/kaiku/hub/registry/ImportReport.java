package fi.kaiku.hub.registry;

/** How an import of cards ended. */
public sealed interface ImportReport {
  /**
   * The list is the registry now, durably.
   *
   * @param cards all of them
   * @param changed cards that are new or have changed
   * @param gone cards that the list no longer has
   */
  record Imported(long cards, long changed, long gone, long badRows) implements ImportReport {}

  /** Nothing was changed. */
  record Refused(Cause cause, String detail) implements ImportReport {}

  /** Why a list was refused whole. */
  enum Cause {
    /** Not the expected columns; not to be forced (R27). */
    WRONG_COLUMNS,
    /** Not one good row; not to be forced. */
    EMPTY,
    TOO_MANY_BAD_ROWS,
    MUCH_SMALLER,
    /** The list ends in the middle of a row. */
    CUT_OFF,
    /** The list could not be read to its end. */
    UNREADABLE,
    /** Disk full or failing. */
    NOT_STORED,
    /** Another import is under way on this hub. */
    BUSY
  }
}
