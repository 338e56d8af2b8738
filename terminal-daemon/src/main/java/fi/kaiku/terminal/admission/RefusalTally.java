package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardHash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that a refusal counts once a card and visit, however often the visit is judged (R28).
 * Remembers the visit under way only. Station thread.
 */
final class RefusalTally {
  private record Counted(VisitId visit, CardHash card, Reason reason) {}

  private final Set<Counted> counted = new HashSet<>();

  /** The reasons that this look of a visit adds, one for each card that they refuse. */
  List<Reason> add(ShownVisit shown) {
    VisitId visit = shown.visit().id();
    counted.removeIf(refusal -> !refusal.visit().equals(visit));
    List<Reason> added = new ArrayList<>();
    List<PresentedCard> cards = shown.visit().cards();
    for (int i = 0; i < cards.size(); i++) {
      CardHash card = cards.get(i).hash();
      reason(shown.verdict(), shown.verdict().cards().get(i))
          .filter(reason -> counted.add(new Counted(visit, card, reason)))
          .ifPresent(added::add);
    }
    return added;
  }

  /** The card's own reason, or the one that stops the whole visit. */
  private static Optional<Reason> reason(Verdict verdict, CardVerdict card) {
    if (card instanceof CardVerdict.Refused(Reason reason)) {
      return Optional.of(reason);
    }
    return verdict instanceof Verdict.Refused refused
        ? Optional.of(refused.reason())
        : Optional.empty();
  }
}
