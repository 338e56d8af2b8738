package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A visit under way with all that a screen tells of it.
 *
 * @param scanId of the last scan that was taken in; new for each, but for a repeat within the time
 *     in which one reading counts once
 * @param facts what the verdict was made from
 * @param suggestions R2: look-alikes of a typed, unknown id that are usable cards, by that card
 */
public record ShownVisit(
    Visit visit,
    UUID scanId,
    VisitFacts facts,
    Verdict verdict,
    Map<CardHash, List<CardId>> suggestions) {
  public ShownVisit {
    suggestions = Map.copyOf(suggestions);
  }

  /** What the clerk should know: of the rules, and of how the visit came about. In order. */
  public Set<Note> notes() {
    Set<Note> notes = EnumSet.noneOf(Note.class);
    notes.addAll(verdict.notes());
    notes.addAll(visit.notes());
    return notes;
  }

  boolean isRefused() {
    return verdict instanceof Verdict.Refused;
  }

  boolean holds(CardHash card) {
    return visit.find(card).isPresent();
  }

  boolean isNamedBy(VisitRef ref) {
    return visit.id().equals(ref.visit()) && visit.revision() == ref.revision();
  }

  ShownVisit scannedAgain(UUID scan) {
    return new ShownVisit(visit, scan, facts, verdict, suggestions);
  }
}
