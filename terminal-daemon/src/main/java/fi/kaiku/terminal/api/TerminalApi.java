package fi.kaiku.terminal.api;

import fi.kaiku.device.printer.ReceiptPrinter;
import fi.kaiku.device.scanner.Scanner;
import fi.kaiku.terminal.store.JournalChange;
import io.helidon.http.Method;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The daemon's two sockets with all that is behind them: routes, feeds, health. Started last, so
 * that whoever connects finds everything else running; closed first.
 */
public final class TerminalApi implements AutoCloseable {
  /** A living feed is never silent for longer. */
  public static final Duration FEED_HEARTBEAT = FeedStream.HEARTBEAT;

  private final List<LiveStation> stations;
  private final TodayPublisher today;
  private final ApiServer server;

  private TerminalApi(List<LiveStation> stations, TodayPublisher today, ApiServer server) {
    this.stations = stations;
    this.today = today;
    this.server = server;
  }

  /**
   * Starts feeds and servers.
   *
   * @throws IOException when a socket can't be made
   */
  public static TerminalApi start(ApiParts parts, Path uiSocket, Path adminSocket)
      throws IOException {
    List<LiveStation> stations =
        parts.stations().stream()
            .map(station -> new LiveStation(station, parts.facts(), parts.run()))
            .toList();
    TodayPublisher today =
        new TodayPublisher(
            parts.facts(),
            stations.stream().filter(LiveStation::hasClerk).map(LiveStation::feed).toList());
    parts.facts().journal().onChange(change -> follow(change, stations, today));
    parts.facts().journal().onState(_ -> stations.forEach(LiveStation::statusChanged));
    parts.facts().calls().onChange(() -> stations.forEach(LiveStation::statusChanged));
    stations.forEach(LiveStation::start);
    today.start();
    ApiServer server =
        ApiServer.start(
            new UnixSocket(uiSocket),
            uiRoutes(parts, stations).routing(),
            new UnixSocket(adminSocket),
            adminRoutes(parts).routing());
    return new TerminalApi(stations, today, server);
  }

  /** On the journal's writer thread. */
  private static void follow(
      JournalChange change, List<LiveStation> stations, TodayPublisher today) {
    today.changed(change.admissions());
    stations.forEach(LiveStation::statusChanged);
  }

  static SocketRoutes uiRoutes(ApiParts parts, List<LiveStation> live) {
    Stations stations =
        new Stations(
            live.stream().collect(Collectors.toMap(LiveStation::name, Function.identity())));
    SocketRoutes routes = new SocketRoutes(new KioskRights(kiosks(live)));
    new TerminalRoutes(terminal(parts)).add(routes);
    new StationRoutes(stations).add(routes);
    new VisitRoutes(stations).add(routes);
    new AdmissionRoutes(stations, parts.admissions(), parts.facts()).add(routes);
    new StaffCallRoutes(stations, () -> parts.facts().calls()).add(routes);
    new ClockRoutes(stations, parts.clock()).add(routes);
    new DemoRoutes(parts.virtual()).add(routes);
    new HealthRoutes(() -> isReady(parts)).add(routes);
    return routes;
  }

  private static Set<String> kiosks(List<LiveStation> live) {
    return live.stream()
        .filter(station -> !station.hasClerk())
        .map(LiveStation::name)
        .collect(Collectors.toSet());
  }

  /** No kiosk is on the other side of the admin socket. */
  static SocketRoutes adminRoutes(ApiParts parts) {
    SocketRoutes routes = new SocketRoutes(new KioskRights(Set.of()));
    RegistryImporting importing = new RegistryImporting(parts.registry());
    routes.stream(Method.POST, "/v1/registry/import", Endpoint.streaming(importing::handle));
    AgentReportImporting agentReports = new AgentReportImporting(parts.agentReports());
    routes.stream(Method.POST, "/v1/agent-reports", Endpoint.streaming(agentReports::handle));
    new DeviceRoutes(parts).add(routes);
    new HubRoutes(parts.hub(), parts.facts(), () -> parts.registry().cards()).add(routes);
    new HealthRoutes(() -> isReady(parts)).add(routes);
    return routes;
  }

  /** While this is asked, feeds and station desks run: they are started before the sockets. */
  private static boolean isReady(ApiParts parts) {
    return switch (parts.facts().journal().state()) {
      case OK, RECOVERED, RESTORED -> true;
      case FULL, FAILED -> false;
    };
  }

  private static TerminalView terminal(ApiParts parts) {
    TerminalIdentity identity = parts.identity();
    return new TerminalView(
        new TerminalView.VenueView(identity.venueId(), LocalisedTextView.of(identity.venueName())),
        parts.stations().stream().map(TerminalApi::plan).toList(),
        identity.languages(),
        !parts.virtual().isEmpty(),
        identity.version());
  }

  private static TerminalView.StationPlanView plan(ApiStation station) {
    return new TerminalView.StationPlanView(
        station.name(),
        WireWord.of(station.desk().plan().kind()),
        station.scanner().map(Scanner::name).map(Object::toString).orElse(null),
        station.printer().map(ReceiptPrinter::name).map(Object::toString).orElse(null),
        station.screen());
  }

  /** The feeds end first, or the server would wait for them. */
  @Override
  public void close() throws IOException {
    stations.forEach(LiveStation::close);
    today.close();
    server.close();
  }
}
