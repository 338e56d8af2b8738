package fi.kaiku.terminal.event;

/** What one use of the card gives, and how often the same card may have it (R9, R21). */
public enum EventKind {
  /** A ticket; one use an event. */
  PERFORMANCE,
  /** A course place; one use an event, no community cards (R13), children by area policy (R10). */
  COURSE,
  /** Open-ended (museum, swimming hall): one use a calendar day. */
  OPEN,
  /** A season pass: one use from its first to its last day. */
  PASS
}
