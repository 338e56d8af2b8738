package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.CardReading;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a station does with a scan or a typed id: a visit begins, goes on, or a notice is put up.
 * Station thread. A failure of what lies below is thrown before anything is shown, so the state
 * stays as it was.
 */
final class CardTaking {
  private final DeskTools tools;
  private final DeskBoard board;
  private final VisitJudge judge;
  private final RecentCards recent;
  private final LookAlikeOffer lookAlikes;

  CardTaking(
      StationKind kind, DeskTools tools, DeskBoard board, VisitJudge judge, RecentCards recent) {
    this.tools = tools;
    this.board = board;
    this.judge = judge;
    this.recent = recent;
    this.lookAlikes = new LookAlikeOffer(kind, tools.cards());
  }

  void take(CardReading reading, Arrival arrival) {
    switch (reading) {
      case CardReading.NotACard(CardReading.Kind kind, int length) ->
          board.notice(arrival, new Notice.NotACard(newScanId(), kind, length, now()));
      case CardReading.Recognised card -> take(tools.cards().present(card), arrival);
    }
  }

  private void take(PresentedCard card, Arrival arrival) {
    Optional<ShownVisit> shown = board.state().visit();
    boolean isHeld = shown.filter(visit -> visit.holds(card.hash())).isPresent();
    switch (recent.read(card.hash(), arrival.nanos())) {
      case ANSWERED -> answered(shown, arrival);
      case REPEATED -> {
        if (isHeld) {
          board.change(arrival, state -> state);
        } else {
          takeIn(card, shown, arrival);
        }
      }
      case NEW -> takeIn(card, shown, arrival);
    }
  }

  private void takeIn(PresentedCard card, Optional<ShownVisit> shown, Arrival arrival) {
    if (shown.isEmpty()) {
      show(Visit.begin(newVisitId(), card), card, arrival);
    } else {
      add(card, shown.get(), arrival);
    }
  }

  /**
   * Its answer is what the screen shows, or another visit hides it: then the clerk is told, once
   * for as long as the card is read again and again.
   */
  private void answered(Optional<ShownVisit> other, Arrival arrival) {
    if (other.isEmpty()) {
      board.change(arrival, state -> state);
    } else if (!board.state().notice().map(Notice.JustDealtWith.class::isInstance).orElse(false)) {
      board.notice(arrival, new Notice.JustDealtWith(newScanId(), now()));
    }
  }

  private void add(PresentedCard card, ShownVisit shown, Arrival arrival) {
    Optional<CardHash> mistyped = mistyped(shown, card);
    if (mistyped.isPresent()) {
      show(shown.visit().correct(mistyped.get(), card), card, arrival);
      return;
    }
    switch (shown.visit().present(card, tools.cards()::isCommunity, this::newVisitId)) {
      case Visit.Presented.Again() ->
          board.change(arrival, state -> state.showing(shown.scannedAgain(newScanId())));
      case Visit.Presented.Joined(Visit visit) -> show(visit, card, arrival);
      case Visit.Presented.Replaced(Visit visit) ->
          // A refused customer knows: nothing that somebody could still come for was left lying.
          show(shown.isRefused() ? visit.withoutNotes() : visit, card, arrival);
      case Visit.Presented.Full() ->
          board.notice(arrival, new Notice.VisitFull(newScanId(), now()));
    }
  }

  /** R2: the card of the visit for which the presented one was suggested. */
  private static Optional<CardHash> mistyped(ShownVisit shown, PresentedCard card) {
    if (shown.holds(card.hash())) {
      return Optional.empty();
    }
    return shown.suggestions().entrySet().stream()
        .filter(entry -> entry.getValue().contains(card.id()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private void show(Visit visit, PresentedCard newest, Arrival arrival) {
    ShownVisit judged = judge.judge(visit, newScanId(), board.eventFor(visit.id()));
    ShownVisit shown = VisitJudge.suggesting(judged, suggestions(judged, newest, arrival));
    board.change(arrival, state -> state.showing(shown));
    judge.count(shown);
  }

  private Map<CardHash, List<CardId>> suggestions(
      ShownVisit judged, PresentedCard newest, Arrival arrival) {
    Map<CardHash, List<CardId>> suggestions = new HashMap<>();
    board.state().visit().ifPresent(before -> suggestions.putAll(before.suggestions()));
    Instant now = judged.facts().clock().now();
    List<CardId> found = lookAlikes.suggest(newest, AdmissionRules.day(now), arrival.nanos());
    if (!found.isEmpty()) {
      suggestions.put(newest.hash(), found);
    }
    return suggestions;
  }

  private Instant now() {
    return tools.clock().wall().instant();
  }

  private UUID newScanId() {
    return tools.ids().get();
  }

  private VisitId newVisitId() {
    return new VisitId(tools.ids().get());
  }
}
