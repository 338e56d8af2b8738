package fi.kaiku.terminal.admission;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the good cards of a visit get together, and what has to be asked before they get it. Pure.
 * Cards that were used already get nothing, unless there are no others: then the offer is what they
 * would get anew if the earlier use were voided (R21).
 */
final class VisitOffer {
  private final VisitFacts facts;
  private final List<CardStanding.Eligible> cards;
  private final List<CardStanding.Eligible> receiving;
  private final Offer offer;

  /**
   * @param cards the good ones, in the order of scanning
   */
  VisitOffer(VisitFacts facts, List<CardStanding.Eligible> cards) {
    this.facts = facts;
    this.cards = cards;
    List<CardStanding.Eligible> unused = cards.stream().filter(card -> !card.isUsed()).toList();
    this.receiving = unused.isEmpty() ? cards : unused;
    this.offer = offerTo(shares());
  }

  Offer offer() {
    return offer;
  }

  /** Whether any card still has a place to get, as opposed to having got it already. */
  boolean wantsPlaces() {
    return !isForUsedCardsOnly();
  }

  boolean isForUsedCardsOnly() {
    return !cards.isEmpty() && cards.stream().allMatch(CardStanding.Eligible::isUsed);
  }

  /** Whether *Replace* would need more places than there are with those of the earlier uses. */
  boolean hasTooFewPlacesToReplace() {
    return isForUsedCardsOnly() && offer.places() > offer.placesLeft().orElse(Integer.MAX_VALUE);
  }

  /** All that has to be asked, answered or not, in order of precedence. */
  Set<Question> questions() {
    Set<Question> questions = EnumSet.noneOf(Question.class);
    if (cards.stream().anyMatch(CardStanding.Eligible::isUsed)) {
      questions.add(usedQuestion());
    }
    receiving.forEach(card -> questions.addAll(card.doubts()));
    if (isLargeGroup()) {
      questions.add(Question.LARGE_GROUP);
    }
    return questions;
  }

  /** The card's own row on screen: the first thing to ask about it. */
  CardVerdict cardVerdict(CardStanding.Eligible card) {
    Optional<Question> question =
        card.isUsed() ? Optional.of(usedQuestion()) : card.doubts().stream().findFirst();
    int childrenMax = receiving.contains(card) ? card.childrenMax() : 0;
    return question
        .<CardVerdict>map(asked -> new CardVerdict.Asked(asked, childrenMax))
        .orElseGet(() -> new CardVerdict.Good(childrenMax));
  }

  private Question usedQuestion() {
    return isForUsedCardsOnly() ? Question.ALREADY_USED : Question.CLIENT_ALREADY_USED;
  }

  private List<Offer.Share> shares() {
    List<Offer.Share> shares = new ArrayList<>();
    int clientsUnder16 = clientsUnder16();
    for (CardStanding.Eligible card : receiving) {
      if (!card.isCommunity()) {
        shares.add(share(card, chosenChildren(card)));
      } else if (bringsClient()) {
        shares.add(share(card, clientsUnder16));
        clientsUnder16 = 0;
      }
    }
    return shares;
  }

  private static Offer.Share share(CardStanding.Eligible card, int children) {
    return new Offer.Share(card.card().hash(), 1, children, card.isUnverified());
  }

  /** R10: what is chosen above the registry's number, before the registry changed, is not given. */
  private int chosenChildren(CardStanding.Eligible card) {
    int chosen = facts.choices().children().getOrDefault(card.card().hash(), 0);
    return Math.min(chosen, card.childrenMax());
  }

  /** R12: a client who has a ticket already is a client too. */
  private boolean bringsClient() {
    return clientsUnder16() > 0 || cards.stream().anyMatch(card -> !card.isCommunity());
  }

  /** R16: the clerk counts them; a kiosk has nobody who could. */
  private int clientsUnder16() {
    return facts.station() == StationKind.DESK ? facts.choices().clientsUnder16() : 0;
  }

  /** R18: an assistant's ticket belongs to somebody's admission. */
  private Offer offerTo(List<Offer.Share> shares) {
    OptionalInt left = placesLeft();
    return shares.isEmpty()
        ? new Offer(shares, 0, 0, left)
        : new Offer(shares, facts.choices().assistants(), facts.choices().interpreters(), left);
  }

  /** R21: what *Replace* takes back can be given again. */
  private OptionalInt placesLeft() {
    if (facts.placesLeft().isEmpty() || !isForUsedCardsOnly()) {
      return facts.placesLeft();
    }
    int freed =
        cards.stream()
            .flatMap(card -> card.card().uses().stream())
            .mapToInt(use -> use.adults() + use.children())
            .sum();
    return OptionalInt.of(facts.placesLeft().getAsInt() + freed);
  }

  /** R14: only a community card brings a group. */
  private boolean isLargeGroup() {
    return offer.places() > Policy.SMALL_GROUP_MAX
        && receiving.stream().anyMatch(CardStanding.Eligible::isCommunity);
  }
}
