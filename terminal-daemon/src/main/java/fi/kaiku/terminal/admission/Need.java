package fi.kaiku.terminal.admission;

/**
 * What is missing before anything can be issued; nothing is wrong with the card. In order of
 * precedence.
 */
public enum Need {
  /** No event is chosen at this station. */
  CHOOSE_EVENT,
  /** R12: a community card alone gives nothing; scan a client's card or count clients under 16. */
  BRING_CLIENT,
  /** R20: fewer places are left than asked for; the offer says how many. */
  FEWER_PLACES,
  /** R18: more than two assistants and interpreters are chosen at a kiosk. */
  FEWER_ASSISTANTS
}
