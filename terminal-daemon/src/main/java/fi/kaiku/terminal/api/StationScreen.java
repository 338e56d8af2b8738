package fi.kaiku.terminal.api;

import fi.kaiku.device.printer.ReceiptPrinter;
import fi.kaiku.device.scanner.Scanner;
import fi.kaiku.terminal.admission.DeskState;
import fi.kaiku.terminal.admission.Policy;
import fi.kaiku.terminal.admission.StationPlan;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.feed.WholeState;
import fi.kaiku.terminal.store.JournalException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks at everything that a station's screen shows and puts it together (schema {@code Station}).
 * Any thread. A journal that can't be read leaves its last figures standing; its state says so.
 */
final class StationScreen {
  private final ApiStation station;
  private final SharedFacts facts;
  private final TakeBacks takeBacks;
  private volatile Looked last = new Looked(-1, Optional.empty(), JournalFigures.NONE);

  StationScreen(ApiStation station, SharedFacts facts, TakeBacks takeBacks) {
    this.station = station;
    this.facts = facts;
    this.takeBacks = takeBacks;
  }

  /** What was read of the journal after so many writes. */
  private record Looked(long writes, Optional<Event> event, JournalFigures figures) {}

  WholeState wholeState() {
    StationView view = view();
    return new WholeState(view.timeless(), () -> JsonText.line(view));
  }

  StationView view() {
    StationPlan plan = station.desk().plan();
    DeskState desk = station.desk().state();
    ClockReading clock = facts.clock().get();
    JournalFigures figures = figures(plan, desk.event());
    Instant now = clock.now();
    return new StationView(
        plan.name().value(),
        WireWord.of(plan.kind()),
        WireTime.of(now),
        policy(plan, now),
        desk.event().map(event -> event(plan, event, figures, now)).orElse(null),
        desk.visit().map(visit -> VisitView.of(visit, facts::isOurs)).orElse(null),
        desk.notice().map(NoticeView::of).orElse(null),
        desk.lastIssue().map(LastIssueView::of).orElse(null),
        figures.questions().stream().map(PrintQuestionView::of).toList(),
        StaffCallView.of(facts.calls().standing(), plan),
        takeBacks.standing().stream().map(TakeBackView::of).toList(),
        status(clock, figures));
  }

  /** A look now and then needs no read while nothing was written. */
  private JournalFigures figures(StationPlan plan, Optional<Event> event) {
    long writes = facts.journal().writes();
    Looked known = last;
    if (known.writes == writes && known.event.equals(event)) {
      return known.figures;
    }
    try {
      JournalFigures figures =
          facts.journal().read(view -> JournalFigures.read(view, plan.name(), event));
      last = new Looked(writes, event, figures);
      return figures;
    } catch (JournalException e) {
      // The journal has logged it and tells it by its state.
      return known.figures;
    }
  }

  private static StationView.PolicyView policy(StationPlan plan, Instant now) {
    return new StationView.PolicyView(
        plan.policy().childrenUnder(WireTime.day(now)),
        Policy.CLIENTS_UNDER,
        plan.undoWindow().toSeconds());
  }

  private static EventView event(
      StationPlan plan, Event event, JournalFigures figures, Instant now) {
    return EventView.of(event, figures.placesLeft(), plan.policy().venue(), now);
  }

  private StatusView status(ClockReading clock, JournalFigures figures) {
    return new StatusView(
        station
            .scanner()
            .map(Scanner::health)
            .map(DeviceStatusView::ofScanner)
            .orElse(DeviceStatusView.NONE),
        station
            .printer()
            .map(ReceiptPrinter::state)
            .map(DeviceStatusView::ofPrinter)
            .orElse(DeviceStatusView.NONE),
        figures.waiting(),
        RegistryView.of(facts.registryAge().apply(clock.now())),
        EventListView.of(facts.eventFile().get()),
        new StatusView.UsesView(
            figures.unsent(), figures.deadLetters(), WireWord.of(facts.hub().get())),
        ClockView.of(clock),
        StatusView.JournalView.of(facts.journal().state()));
  }

  /**
   * The venue's events that can still be sold and are offered here, today's first, then by start.
   */
  List<EventView> events() {
    Instant now = facts.clock().get().now();
    String venue = station.desk().plan().policy().venue();
    List<Event> offered = station.desk().offered(sellable());
    return facts
        .journal()
        .read(
            journal ->
                offered.stream()
                    .map(e -> EventView.of(e, JournalFigures.placesLeft(journal, e), venue, now))
                    .sorted(EventView.TODAY_FIRST)
                    .toList());
  }

  /** The venue's events that are not over, by start. */
  List<Event> sellable() {
    Instant now = facts.clock().get().now();
    return facts.events().get().stream()
        .filter(event -> !now.isAfter(event.endsAt()))
        .sorted(Comparator.comparing(Event::startsAt))
        .toList();
  }
}
