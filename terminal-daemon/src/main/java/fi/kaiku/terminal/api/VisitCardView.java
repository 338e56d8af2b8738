package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.CardVerdict;
import fi.kaiku.terminal.admission.Offer;
import fi.kaiku.terminal.admission.PresentedCard;
import fi.kaiku.terminal.admission.Question;
import fi.kaiku.terminal.admission.Reason;
import fi.kaiku.terminal.admission.ShownVisit;
import fi.kaiku.terminal.admission.StationKind;
import fi.kaiku.terminal.admission.Verdict;
import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.EntryWay;
import fi.kaiku.terminal.registry.Card;
import fi.kaiku.terminal.registry.CardKind;
import fi.kaiku.terminal.registry.CardLookup;
import java.time.LocalDate;
import java.util.List;

/** Schema {@code VisitCard}. */
record VisitCardView(
    int ref,
    String tail,
    String kind,
    boolean typed,
    String tone,
    String code,
    String validUntil,
    String issuedOn,
    int childrenMax,
    int children,
    List<String> suggestions) {
  private static final String UNKNOWN = "unknown";

  /**
   * Views one card of a visit.
   *
   * @param ref its place in the visit
   */
  static VisitCardView of(ShownVisit shown, int ref) {
    StationKind station = shown.facts().station();
    PresentedCard card = shown.visit().cards().get(ref);
    CardLookup lookup = shown.facts().cards().get(ref).lookup();
    CardVerdict verdict = shown.verdict().cards().get(ref);
    VerdictWords words = VerdictWords.of(verdict, station);
    return new VisitCardView(
        ref,
        card.id().tail(),
        kind(lookup),
        card.entryWay() == EntryWay.TYPED,
        WireWord.of(words.tone()),
        words.code(),
        lookup instanceof CardLookup.Found(Card found) ? day(found.validUntil()) : null,
        lookup instanceof CardLookup.Found(Card found) ? day(found.issuedOn()) : null,
        childrenMax(verdict, lookup),
        children(shown.verdict(), card.hash(), lookup),
        suggestions(shown, card.hash()));
  }

  private static String day(LocalDate day) {
    return day.toString();
  }

  private static String kind(CardLookup lookup) {
    return switch (lookup) {
      case CardLookup.Found(Card card) -> WireWord.of(card.kind());
      case CardLookup.NotFound() -> UNKNOWN;
    };
  }

  /** A community card's clients are chosen for the whole visit, not for the card (R16). */
  private static boolean isCommunity(CardLookup lookup) {
    return lookup instanceof CardLookup.Found(Card card) && card.kind() == CardKind.COMMUNITY;
  }

  private static int childrenMax(CardVerdict verdict, CardLookup lookup) {
    int max =
        switch (verdict) {
          case CardVerdict.Good(int children) -> children;
          case CardVerdict.Asked(Question _, int children) -> children;
          case CardVerdict.Refused(Reason _) -> 0;
        };
    return isCommunity(lookup) ? 0 : max;
  }

  private static int children(Verdict verdict, CardHash card, CardLookup lookup) {
    List<Offer.Share> shares =
        switch (verdict) {
          case Verdict.Refused _ -> List.of();
          case Verdict.Incomplete incomplete -> incomplete.offer().shares();
          case Verdict.Undecided undecided -> undecided.offer().shares();
          case Verdict.Ready ready -> ready.offer().shares();
        };
    return isCommunity(lookup)
        ? 0
        : shares.stream()
            .filter(share -> share.card().equals(card))
            .mapToInt(Offer.Share::children)
            .sum();
  }

  /** R2: whole ids, for a clerk to compare with the cardboard; a kiosk gets none. */
  private static List<String> suggestions(ShownVisit shown, CardHash card) {
    return switch (shown.facts().station()) {
      case DESK ->
          shown.suggestions().getOrDefault(card, List.of()).stream().map(CardId::value).toList();
      case KIOSK -> List.of();
    };
  }

  /** Never the suggestions (R28). */
  @Override
  public String toString() {
    return "VisitCardView[" + ref + " ..." + tail + " " + tone + "]";
  }
}
