package fi.kaiku.terminal.input;

/** What to do with a table that has more columns than were asked for. */
public enum ExtraColumns {
  /** Their maker's own business. */
  IGNORED,
  /** They may hold what the terminal must not have (R27): the table is refused. */
  REFUSED
}
