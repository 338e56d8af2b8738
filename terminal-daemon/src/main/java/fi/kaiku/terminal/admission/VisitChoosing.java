package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a station does when a clerk chooses, changes the event or ends a visit unissued, and when
 * the world around it changes. Station thread.
 */
final class VisitChoosing {
  private final StationKind kind;
  private final DeskTools tools;
  private final DeskBoard board;
  private final VisitJudge judge;
  private final RecentCards recent;

  VisitChoosing(
      StationKind kind, DeskTools tools, DeskBoard board, VisitJudge judge, RecentCards recent) {
    this.kind = kind;
    this.tools = tools;
    this.board = board;
    this.judge = judge;
    this.recent = recent;
  }

  DeskAnswer choose(VisitRef ref, Choices choices) {
    Optional<ShownVisit> named = board.state().named(ref);
    if (named.isEmpty()) {
      return new DeskAnswer.VisitChanged(board.state());
    }
    ShownVisit before = named.get();
    Visit visit = before.visit().choose(answered(before, choices));
    ShownVisit shown = judge.judgeInstead(before, visit, board.state().event());
    board.change(state -> state.showing(shown));
    judge.count(shown);
    return done();
  }

  /** Only what was asked can be answered: a yes in advance is worth nothing. */
  private static Choices answered(ShownVisit shown, Choices choices) {
    Set<Question> askable = EnumSet.noneOf(Question.class);
    askable.addAll(shown.visit().choices().confirmed());
    if (shown.verdict() instanceof Verdict.Undecided undecided) {
      askable.addAll(undecided.questions());
    }
    Set<Question> confirmed = EnumSet.noneOf(Question.class);
    confirmed.addAll(choices.confirmed());
    confirmed.retainAll(askable);
    return choices.confirming(confirmed);
  }

  DeskAnswer selectEvent(EventId id) {
    Optional<Event> event = tools.events().apply(id).filter(kind::offers);
    if (event.isEmpty()) {
      return new DeskAnswer.NoSuchEvent();
    }
    if (!event.equals(board.state().event())) {
      Optional<ShownVisit> shown =
          board
              .state()
              .visit()
              .map(old -> judge.judgeInstead(old, old.visit().forgetConfirmations(), event));
      show(shown, event);
    }
    return done();
  }

  /** As it was before the restart, unless it is over or gone. */
  void selectLastEvent(EventId id) {
    Instant now = tools.clock().wall().instant();
    tools
        .events()
        .apply(id)
        .filter(event -> !now.isAfter(event.endsAt()))
        .ifPresent(event -> selectEvent(event.id()));
  }

  /** Another registry, event list or clock, or uses that other stations have recorded. */
  void refresh() {
    Optional<Event> event =
        board.state().event().map(Event::id).flatMap(id -> tools.events().apply(id));
    show(board.state().visit().map(old -> judge.judgeAgain(old, event)), event);
  }

  private void show(Optional<ShownVisit> shown, Optional<Event> event) {
    board.change(state -> shown.map(state::showing).orElse(state).withEvent(event));
    shown.ifPresent(judge::count);
  }

  /** Ends a visit without recording anything; harmless when it is over already. */
  DeskAnswer cancel(VisitRef ref) {
    if (board.state().showsAnotherLookOf(ref)) {
      return new DeskAnswer.VisitChanged(board.state());
    }
    if (board.state().named(ref).isPresent()) {
      board.change(DeskState::withoutVisit);
    }
    return done();
  }

  /** R21: as {@link #cancel}; a card still under the reader does not begin the visit anew. */
  DeskAnswer letIn(VisitRef ref) {
    Optional<ShownVisit> named = board.state().named(ref);
    named.ifPresent(
        shown -> recent.answered(shown.visit().cards(), tools.clock().ticker().getAsLong()));
    return cancel(ref);
  }

  DeskAnswer dismissNotice() {
    board.change(DeskState::withoutNotice);
    return done();
  }

  private DeskAnswer done() {
    return new DeskAnswer.Done(board.state());
  }
}
