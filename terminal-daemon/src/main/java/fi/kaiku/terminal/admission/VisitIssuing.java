package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.admission.DeskState.LastIssue;
import fi.kaiku.terminal.event.Event;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a station does when *Issue* or *Replace* is pressed, and afterwards while the visit can be
 * undone. Station thread; waits for the journal.
 */
final class VisitIssuing {
  /** A press is repeated within seconds, after a lost answer; a station issues a few a minute. */
  private static final int RESULTS_KEPT = 32;

  private final StationPlan plan;
  private final DeskTools tools;
  private final DeskBoard board;
  private final VisitJudge judge;
  private final RecentCards recent;
  private final Map<VisitId, LastIssue> results = new LinkedHashMap<>();

  /** When the last issue's undo window ends, by the ticker; counts only while there is one. */
  private long undoEnds;

  VisitIssuing(
      StationPlan plan, DeskTools tools, DeskBoard board, VisitJudge judge, RecentCards recent) {
    this.plan = plan;
    this.tools = tools;
    this.board = board;
    this.judge = judge;
    this.recent = recent;
  }

  DeskAnswer issue(VisitRef ref) {
    return press(ref, VisitIssuing::readyOffer, tools.admissions()::issue);
  }

  /** R21: only where the one thing left to decide is that the card was used, and all fits. */
  DeskAnswer replace(VisitRef ref) {
    return press(ref, this::replacingOffer, tools.admissions()::replace);
  }

  private DeskAnswer press(
      VisitRef ref,
      Function<Verdict, Optional<Offer>> offer,
      Function<IssueOrder, IssueOutcome> record) {
    LastIssue earlier = results.get(ref.visit());
    if (earlier != null) {
      return new DeskAnswer.Issued(earlier);
    }
    Optional<ShownVisit> shown = board.state().named(ref);
    if (shown.isEmpty()) {
      return issuedBefore(ref);
    }
    Optional<IssueOrder> order =
        offer.apply(shown.get().verdict()).flatMap(given -> order(shown.get(), given));
    if (order.isEmpty()) {
      return new DeskAnswer.NotIssuable(board.state());
    }
    return answer(shown.get(), record.apply(order.get()));
  }

  /** The answer may have been lost with the daemon that gave it: the journal still knows. */
  private DeskAnswer issuedBefore(VisitRef ref) {
    return tools
        .admissions()
        .issued(ref.visit())
        .<DeskAnswer>map(
            issued ->
                new DeskAnswer.Issued(new LastIssue(issued, issued.at().plus(plan.undoWindow()))))
        .orElseGet(() -> new DeskAnswer.VisitChanged(board.state()));
  }

  private Optional<IssueOrder> order(ShownVisit shown, Offer offer) {
    Visit visit = shown.visit();
    Optional<Event> event = shown.facts().event();
    return event.map(
        chosen ->
            new IssueOrder(
                plan.name(),
                plan.kind(),
                visit.id(),
                chosen,
                visit.cards(),
                visit.choices(),
                plan.policy(),
                offer));
  }

  private static Optional<Offer> readyOffer(Verdict verdict) {
    return verdict instanceof Verdict.Ready ready ? Optional.of(ready.offer()) : Optional.empty();
  }

  private Optional<Offer> replacingOffer(Verdict verdict) {
    return plan.kind() == StationKind.DESK
            && verdict instanceof Verdict.Undecided undecided
            && undecided.questions().equals(List.of(Question.ALREADY_USED))
            && !undecided.notes().contains(Note.TOO_FEW_PLACES)
        ? Optional.of(undecided.offer())
        : Optional.empty();
  }

  private DeskAnswer answer(ShownVisit shown, IssueOutcome outcome) {
    return switch (outcome) {
      case IssueOutcome.Issued(IssuedVisit issued) -> issued(shown, issued);
      case IssueOutcome.Changed changed -> lookAgain(shown);
      case IssueOutcome.NotRecorded notRecorded -> new DeskAnswer.NotRecorded();
    };
  }

  private DeskAnswer issued(ShownVisit shown, IssuedVisit issued) {
    long now = tools.clock().ticker().getAsLong();
    LastIssue issue = new LastIssue(issued, issued.at().plus(plan.undoWindow()));
    remember(issue);
    recent.answered(shown.visit().cards(), now);
    undoEnds = now + plan.undoWindow().toNanos();
    board.change(state -> state.issued(issue));
    return new DeskAnswer.Issued(issue);
  }

  private void remember(LastIssue issue) {
    if (results.size() == RESULTS_KEPT) {
      results.remove(results.keySet().iterator().next());
    }
    results.put(issue.visit().visit(), issue);
  }

  private DeskAnswer lookAgain(ShownVisit shown) {
    ShownVisit now = judge.judgeAgain(shown, board.state().event());
    board.change(state -> state.showing(now));
    return new DeskAnswer.VisitChanged(board.state());
  }

  /** These admissions were undone or voided: nothing is left to undo, and cards are new again. */
  void voided(Collection<AdmissionId> admissions) {
    boolean isLast =
        board
            .state()
            .lastIssue()
            .filter(last -> last.visit().admissions().stream().anyMatch(admissions::contains))
            .isPresent();
    recent.forget();
    if (isLast) {
      board.change(DeskState::withoutLastIssue);
    }
  }

  /** Takes the undo away when its time is over. */
  void expire() {
    if (board.state().lastIssue().isPresent() && nanosLeft() <= 0) {
      board.change(DeskState::withoutLastIssue);
    }
  }

  /** Until {@link #expire()} has something to do; the longest time there is while it has not. */
  long nanosToExpiry() {
    return board.state().lastIssue().isPresent() ? Math.max(0, nanosLeft()) : Long.MAX_VALUE;
  }

  private long nanosLeft() {
    return undoEnds - tools.clock().ticker().getAsLong();
  }
}
