package fi.kaiku.terminal.admission;

/**
 * What a clerk has to decide before issuing; at a kiosk each of these calls staff. In order of
 * precedence.
 */
public enum Question {
  /**
   * R21: the card has been used for this event (this day, this pass). Not to be confirmed away: the
   * clerk lets in, reprints, or voids and issues anew.
   */
  ALREADY_USED,
  /**
   * R21 in a group: a client's card has been used for this event; yes means that the others get
   * their tickets and this card gets none.
   */
  CLIENT_ALREADY_USED,
  /**
   * R5: unknown, or expired since the last fetch, and the registry is missing or stale; at a kiosk
   * any card while it is stale.
   */
  UNVERIFIED_CARD,
  /** R6: the card ends before the event; it has to be shown there. */
  CARD_ENDS_BEFORE_EVENT,
  /** R15: a second employee ticket for the same community card and event. */
  SECOND_EMPLOYEE,
  /** R14: more than five people; they should have called ahead. */
  LARGE_GROUP
}
