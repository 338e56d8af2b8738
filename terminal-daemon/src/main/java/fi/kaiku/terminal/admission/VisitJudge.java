package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.registry.CardLookup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gathers the facts of a visit and has the rules judge them. Station thread; waits for disk. */
final class VisitJudge {
  private final StationPlan plan;
  private final Admissions admissions;
  private final RefusalTally refusals = new RefusalTally();

  VisitJudge(StationPlan plan, Admissions admissions) {
    this.plan = plan;
    this.admissions = admissions;
  }

  ShownVisit judge(Visit visit, UUID scanId, Optional<Event> event) {
    VisitFacts facts =
        admissions.facts(
            new VisitInquiry(plan.kind(), visit.cards(), visit.choices(), plan.policy(), event));
    return new ShownVisit(visit, scanId, facts, AdmissionRules.judge(facts), Map.of());
  }

  /** The same visit with other choices or another event. */
  ShownVisit judgeInstead(ShownVisit shown, Visit visit, Optional<Event> event) {
    return suggesting(judge(visit, shown.scanId(), event), shown.suggestions());
  }

  /**
   * The visit as it is now. Its revision moves only where a clerk would see another decision: what
   * other tills sell must not make every press of *Issue* too late.
   */
  ShownVisit judgeAgain(ShownVisit shown, Optional<Event> event) {
    ShownVisit now = judge(shown.visit(), shown.scanId(), event);
    boolean same =
        decision(now.verdict()).equals(decision(shown.verdict()))
            && event.equals(shown.facts().event());
    return suggesting(same ? now : revised(now), shown.suggestions());
  }

  /** Counts what was refused, once a card and visit. */
  void count(ShownVisit shown) {
    refusals.add(shown).forEach(admissions::refused);
  }

  /** Suggestions stand as long as their card is unknown and in the visit. */
  static ShownVisit suggesting(ShownVisit shown, Map<CardHash, List<CardId>> suggestions) {
    Map<CardHash, List<CardId>> standing = new HashMap<>();
    for (VisitCard card : shown.facts().cards()) {
      if (card.lookup() instanceof CardLookup.NotFound && suggestions.containsKey(card.hash())) {
        standing.put(card.hash(), suggestions.get(card.hash()));
      }
    }
    return new ShownVisit(shown.visit(), shown.scanId(), shown.facts(), shown.verdict(), standing);
  }

  private static ShownVisit revised(ShownVisit shown) {
    return new ShownVisit(
        shown.visit().revise(),
        shown.scanId(),
        shown.facts(),
        shown.verdict(),
        shown.suggestions());
  }

  /** A verdict without the number of places left, which moves with every sale anywhere. */
  private static Verdict decision(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused refused -> refused;
      case Verdict.Incomplete(Need need, Offer offer, var cards, var notes) ->
          new Verdict.Incomplete(need, offer.regardlessOfPlacesLeft(), cards, notes);
      case Verdict.Undecided(var questions, Offer offer, var cards, var notes) ->
          new Verdict.Undecided(questions, offer.regardlessOfPlacesLeft(), cards, notes);
      case Verdict.Ready(Offer offer, var cards, var notes) ->
          new Verdict.Ready(offer.regardlessOfPlacesLeft(), cards, notes);
    };
  }
}
