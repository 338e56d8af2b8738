package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.registry.CardKind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What the rules say of one card by itself, before the visit is looked at as a whole. */
sealed interface CardStanding {
  record Refused(Reason reason) implements CardStanding {}

  /**
   * The card is good, perhaps on the clerk's word.
   *
   * @param kind of an unknown card: personal, as all but a few are; a clerk who holds an unknown
   *     community card waits for the registry
   * @param doubts what the clerk is asked about this card, {@link Question#ALREADY_USED} left out:
   *     what that means depends on the rest of the visit
   */
  record Eligible(VisitCard card, CardKind kind, int childrenMax, Set<Question> doubts)
      implements CardStanding {
    public Eligible {
      Set<Question> inOrder = EnumSet.noneOf(Question.class);
      inOrder.addAll(doubts);
      doubts = Collections.unmodifiableSet(inOrder);
    }

    boolean isCommunity() {
      return kind == CardKind.COMMUNITY;
    }

    /** R21; a community card's uses are not limited (R15). */
    boolean isUsed() {
      return !isCommunity() && !card.uses().isEmpty();
    }

    boolean isUnverified() {
      return doubts.contains(Question.UNVERIFIED_CARD);
    }
  }
}
