package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.registry.Card;
import fi.kaiku.terminal.registry.CardKind;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.registry.CardState;
import fi.kaiku.terminal.registry.RegistryAge;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** The rules for one card by itself (R5-R8, R10, R13, R15). Pure. */
final class CardRules {
  /**
   * R5: nobody has told this terminal how many children a card has that it does not know; the clerk
   * reads it from the cardboard, up to what any card may have.
   */
  private static final int UNKNOWN_CARD_CHILDREN_MAX = Card.CHILDREN_MAX;

  private final VisitFacts facts;
  private final LocalDate today;

  CardRules(VisitFacts facts, LocalDate today) {
    this.facts = facts;
    this.today = today;
  }

  CardStanding judge(VisitCard card) {
    return switch (card.lookup()) {
      case CardLookup.Found(Card known) -> judgeKnown(card, known);
      case CardLookup.NotFound() -> judgeUnknown(card);
    };
  }

  private CardStanding judgeUnknown(VisitCard card) {
    if (!mayGoUnverified()) {
      return new CardStanding.Refused(Reason.UNKNOWN_CARD);
    }
    return new CardStanding.Eligible(
        card,
        CardKind.PERSONAL,
        childrenMax(UNKNOWN_CARD_CHILDREN_MAX),
        Set.of(Question.UNVERIFIED_CARD));
  }

  private CardStanding judgeKnown(VisitCard card, Card known) {
    if (known.state() == CardState.WITHDRAWN) {
      return new CardStanding.Refused(Reason.WITHDRAWN);
    }
    if (known.state() == CardState.ENDED) {
      return new CardStanding.Refused(Reason.ENDED);
    }
    if (today.isBefore(known.issuedOn())) {
      return new CardStanding.Refused(Reason.NOT_YET_VALID);
    }
    if (hasExpired(known) && !mayHaveBeenExtended(known)) {
      return new CardStanding.Refused(Reason.EXPIRED);
    }
    if (known.kind() == CardKind.COMMUNITY && isCourse()) {
      return new CardStanding.Refused(Reason.COMMUNITY_CARD_ON_COURSE);
    }
    return new CardStanding.Eligible(card, known.kind(), childrenMax(known), doubts(card, known));
  }

  private Set<Question> doubts(VisitCard card, Card known) {
    Set<Question> doubts = EnumSet.noneOf(Question.class);
    if (hasExpired(known) || isTooOldForKiosk()) {
      doubts.add(Question.UNVERIFIED_CARD);
    } else if (endsBeforeEvent(known)) {
      doubts.add(Question.CARD_ENDS_BEFORE_EVENT);
    }
    if (known.kind() == CardKind.COMMUNITY && !card.uses().isEmpty()) {
      doubts.add(Question.SECOND_EMPLOYEE);
    }
    return doubts;
  }

  /** R5: past max-age a person has to look at the cardboard, also of a card that was good then. */
  private boolean isTooOldForKiosk() {
    return facts.station() == StationKind.KIOSK && facts.registry() instanceof RegistryAge.Stale;
  }

  /** R6: the last day is a good day. */
  private boolean hasExpired(Card known) {
    return today.isAfter(known.validUntil());
  }

  /**
   * R5, R7: it was good when the registry was fetched, so the issuer may have extended it since.
   */
  private boolean mayHaveBeenExtended(Card known) {
    return mayGoUnverified()
        && switch (facts.registry()) {
          case RegistryAge.Stale(var fetchedAt) ->
              !known.validUntil().isBefore(AdmissionRules.day(fetchedAt));
          case RegistryAge.Fresh fresh -> false;
          case RegistryAge.Missing missing -> true;
        };
  }

  /** R5: a clerk may look at the cardboard where the registry can't be relied on, a kiosk can't. */
  private boolean mayGoUnverified() {
    return facts.station() == StationKind.DESK
        && switch (facts.registry()) {
          case RegistryAge.Fresh fresh -> false;
          case RegistryAge.Stale stale -> true;
          case RegistryAge.Missing missing -> true;
        };
  }

  /** R6: it will have to be shown there. */
  private boolean endsBeforeEvent(Card known) {
    return facts
        .event()
        .map(Event::startsAt)
        .filter(start -> known.validUntil().isBefore(AdmissionRules.day(start)))
        .isPresent();
  }

  /** R12, R16: a community card's clients under 16 are counted for the visit, not by the card. */
  private int childrenMax(Card known) {
    return known.kind() == CardKind.COMMUNITY ? 0 : childrenMax(known.children());
  }

  /** R10: none on courses, unless the area has made an exception. */
  private int childrenMax(int registered) {
    return isCourse() && !facts.policy().childrenOnCourses() ? 0 : registered;
  }

  private boolean isCourse() {
    return facts.event().map(Event::kind).filter(EventKind.COURSE::equals).isPresent();
  }
}
