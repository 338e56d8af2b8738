package fi.kaiku.terminal.registry;

/** What became of changes. */
public enum Applied {
  /**
   * They are in use, and safe on disk; or there were none, and the registry is known to be fresh.
   */
  YES,
  /** The registry stands elsewhere by now: others were quicker. Nothing was changed. */
  NOT_NEXT,
  /**
   * With them the registry would not be the hub's: it has to be fetched anew. Nothing was changed.
   */
  DIVERGED,
  /** An import is under way. Nothing was changed. */
  BUSY,
  /** Disk full or failing. Nothing was changed. */
  NOT_STORED
}
