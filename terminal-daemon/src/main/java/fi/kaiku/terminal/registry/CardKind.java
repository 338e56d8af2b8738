package fi.kaiku.terminal.registry;

/** R4: whose card it is. */
public enum CardKind {
  PERSONAL,
  COMMUNITY
}
