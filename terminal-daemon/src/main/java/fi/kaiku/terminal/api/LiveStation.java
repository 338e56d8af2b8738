package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.StationDesk;
import fi.kaiku.terminal.admission.StationKind;
import fi.kaiku.terminal.feed.EventFeed;

/** A station as the routes serve it: its desk, its screen, and the feed of what changes there. */
final class LiveStation implements AutoCloseable {
  private final ApiStation station;
  private final StationScreen screen;
  private final EventFeed feed;

  LiveStation(ApiStation station, SharedFacts facts, String run) {
    this.station = station;
    this.screen = new StationScreen(station, facts);
    this.feed = new EventFeed(run, screen::wholeState);
  }

  void start() {
    station.publisher().start(feed);
  }

  void statusChanged() {
    station.publisher().statusChanged();
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
