package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.store.JournalTransaction;
import fi.kaiku.terminal.store.JournalView;
import fi.kaiku.terminal.store.VoidTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Issues a visit inside a transaction: the first result again where the visit is known, else what
 * the rules say now, if that is what the screen showed.
 */
final class Admitting {
  private final VisitRecorder recorder;
  private final Voiding voiding;

  Admitting(VisitRecorder recorder, Voiding voiding) {
    this.recorder = recorder;
    this.voiding = voiding;
  }

  IssueOutcome issue(JournalTransaction tx, IssueOrder order, LookedUp lookedUp) {
    return known(tx, order).orElseGet(() -> judgeAndIssue(tx, order, lookedUp));
  }

  IssueOutcome replace(JournalTransaction tx, IssueOrder order, LookedUp lookedUp) {
    return known(tx, order).orElseGet(() -> judgeAndReplace(tx, order, lookedUp));
  }

  /** What this visit was given already, on the same snapshot or in an earlier run. */
  static Optional<IssuedVisit> known(JournalView journal, VisitId visit) {
    return journal
        .visits()
        .find(visit)
        .map(
            row ->
                new IssuedVisit(
                    row.id(),
                    journal.visits().admissions(row.id()),
                    row.tickets(),
                    row.takeBack(),
                    row.at()));
  }

  private static Optional<IssueOutcome> known(JournalTransaction tx, IssueOrder order) {
    return known(tx.view(), order.visit()).map(IssueOutcome.Issued::new);
  }

  private IssueOutcome judgeAndIssue(JournalTransaction tx, IssueOrder order, LookedUp lookedUp) {
    VisitFacts facts = lookedUp.facts(tx.view());
    return approved(order, facts)
        .<IssueOutcome>map(visit -> new IssueOutcome.Issued(recorder.record(tx, visit, 0)))
        .orElseGet(() -> new IssueOutcome.Changed(AdmissionRules.judge(facts)));
  }

  private IssueOutcome judgeAndReplace(JournalTransaction tx, IssueOrder order, LookedUp lookedUp) {
    VisitFacts facts = lookedUp.facts(tx.view());
    Verdict verdict = AdmissionRules.judge(facts);
    List<PriorUse> mistakes = usedAlready(verdict, facts);
    Optional<VisitRecorder.Approved> visit =
        mistakes.isEmpty()
            ? Optional.empty()
            : approved(order, lookedUp.factsWithout(mistakes, facts, tx.view()));
    return visit
        .<IssueOutcome>map(anew -> new IssueOutcome.Issued(voidAndRecord(tx, mistakes, anew)))
        .orElseGet(() -> new IssueOutcome.Changed(verdict));
  }

  private IssuedVisit voidAndRecord(
      JournalTransaction tx, List<PriorUse> mistakes, VisitRecorder.Approved visit) {
    List<AdmissionId> voided = mistakes.stream().map(PriorUse::admission).toList();
    int takeBack = voiding.voidAll(tx, voided, VoidTable.Reason.REPLACE, visit.at()).takeBack();
    return recorder.record(tx, visit, takeBack);
  }

  /** A community card's uses are not limited (R15), so none of them is a mistake by itself. */
  private static List<PriorUse> usedAlready(Verdict verdict, VisitFacts facts) {
    List<PriorUse> uses = new ArrayList<>();
    for (int i = 0; i < facts.cards().size(); i++) {
      if (verdict.cards().get(i) instanceof CardVerdict.Asked(Question question, int max)
          && question == Question.ALREADY_USED) {
        uses.addAll(facts.cards().get(i).uses());
      }
    }
    return uses;
  }

  /** The rules say yes, to just what the clerk saw. */
  private static Optional<VisitRecorder.Approved> approved(IssueOrder order, VisitFacts facts) {
    return AdmissionRules.judge(facts) instanceof Verdict.Ready ready
            && ready.offer().givesTheSameAs(order.shown())
            && facts.clock() instanceof ClockReading.Trusted clock
        ? Optional.of(new VisitRecorder.Approved(order, ready.offer(), facts, clock))
        : Optional.empty();
  }
}
