package fi.kaiku.terminal.registry;

/** R7: what the issuer has done with the card. Validity in time is another matter (R6). */
public enum CardState {
  ACTIVE,
  ENDED,
  WITHDRAWN
}
