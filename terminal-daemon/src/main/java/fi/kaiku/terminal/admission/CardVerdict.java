package fi.kaiku.terminal.admission;

/** What the rules say of one card of the visit, in its order. */
public sealed interface CardVerdict {
  /**
   * The card is good.
   *
   * @param childrenMax most children's tickets that may be chosen for this card now (R10)
   */
  record Good(int childrenMax) implements CardVerdict {}

  record Asked(Question question, int childrenMax) implements CardVerdict {}

  record Refused(Reason reason) implements CardVerdict {}
}
