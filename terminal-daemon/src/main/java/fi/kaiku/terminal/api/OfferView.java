package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.Offer;
import fi.kaiku.terminal.admission.Offer.Share;
import fi.kaiku.terminal.admission.Verdict;
import fi.kaiku.terminal.card.CardHash;
import java.util.Set;

/** Schema {@code Visit}, its {@code offer}. */
record OfferView(
    int adults,
    int children,
    int clientsUnder16,
    int assistants,
    int interpreters,
    int tickets,
    Integer placesLeft,
    boolean canIssue) {

  /**
   * Views what a verdict offers.
   *
   * @param communityCards whose children are clients under 16 (R16)
   * @return null when it offers nothing
   */
  static OfferView of(Verdict verdict, Set<CardHash> communityCards) {
    return switch (verdict) {
      case Verdict.Refused _ -> null;
      case Verdict.Incomplete incomplete -> of(incomplete.offer(), communityCards, false);
      case Verdict.Undecided undecided -> of(undecided.offer(), communityCards, false);
      case Verdict.Ready ready -> of(ready.offer(), communityCards, true);
    };
  }

  private static OfferView of(Offer offer, Set<CardHash> communityCards, boolean canIssue) {
    int adults = 0;
    int children = 0;
    int clients = 0;
    for (Share share : offer.shares()) {
      adults += share.adults();
      if (communityCards.contains(share.card())) {
        clients += share.children();
      } else {
        children += share.children();
      }
    }
    return new OfferView(
        adults,
        children,
        clients,
        offer.assistants(),
        offer.interpreters(),
        offer.tickets(),
        offer.placesLeft().isPresent() ? Math.max(0, offer.placesLeft().getAsInt()) : null,
        canIssue);
  }
}
