package fi.kaiku.terminal.store;

/** What the registry said of a used card at the time. */
public enum UsedCardKind {
  PERSONAL,
  COMMUNITY,
  /** R5: not in the registry then. */
  UNKNOWN
}
