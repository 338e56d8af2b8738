package fi.kaiku.terminal.registry;

/** How an import ended. */
public sealed interface ImportReport {
  /** The new registry is in use, and safe on disk. */
  record Imported(long cards, long badRows) implements ImportReport {}

  /** Nothing was changed: the last good registry stays in use. */
  record Refused(Cause cause, String detail) implements ImportReport {}

  /** Why a file was refused whole. */
  enum Cause {
    /** Not the expected columns; not to be forced (R27). */
    WRONG_COLUMNS,
    /** Not one good row; not to be forced. */
    EMPTY,
    TOO_MANY_BAD_ROWS,
    MUCH_SMALLER,
    /** The file ends in the middle of a row. */
    CUT_OFF,
    /** The file could not be read to its end. */
    UNREADABLE,
    /** Disk full or failing. */
    NOT_STORED,
    /** Another import is under way. */
    BUSY
  }
}
