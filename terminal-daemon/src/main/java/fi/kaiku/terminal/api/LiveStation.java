package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.StationDesk;
import fi.kaiku.terminal.admission.StationKind;
import fi.kaiku.terminal.feed.EventFeed;
import java.util.UUID;

/** A station as the routes serve it: its desk, its screen, and the feed of what changes there. */
final class LiveStation implements AutoCloseable {
  private final ApiStation station;
  private final SharedFacts facts;
  private final TakeBacks takeBacks = new TakeBacks();
  private final StationScreen screen;
  private final EventFeed feed;

  LiveStation(ApiStation station, SharedFacts facts, String run) {
    this.station = station;
    this.facts = facts;
    this.screen = new StationScreen(station, facts, takeBacks);
    this.feed = new EventFeed(run, screen::wholeState);
  }

  void start() {
    station.publisher().start(feed);
  }

  void statusChanged() {
    station.publisher().statusChanged();
  }

  /** Tickets on paper of uses that an act at this station voided. */
  void takeBack(UUID act, int tickets) {
    takeBacks.add(new TakeBacks.TakeBack(act, tickets, facts.clock().get().now()));
    statusChanged();
  }

  void takenBack(UUID act) {
    takeBacks.done(act);
    statusChanged();
  }

  /** Today's list is for clerks alone. */
  boolean hasClerk() {
    return station.desk().plan().kind() == StationKind.DESK;
  }

  String name() {
    return station.name();
  }

  StationDesk desk() {
    return station.desk();
  }

  StationScreen screen() {
    return screen;
  }

  EventFeed feed() {
    return feed;
  }

  @Override
  public void close() {
    station.publisher().close();
    feed.close();
  }
}
