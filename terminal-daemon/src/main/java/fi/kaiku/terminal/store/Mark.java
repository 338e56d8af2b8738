package fi.kaiku.terminal.store;

/** What the hub should know of a use beside its facts (R22). */
public enum Mark {
  /** R5: issued on a clerk's word. */
  UNVERIFIED
}
