package fi.kaiku.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.api.DeskClient;
import fi.kaiku.terminal.api.FeedReader;
import fi.kaiku.terminal.api.UnixHttp;
import fi.kaiku.terminal.config.ConfigException;
import fi.kaiku.terminal.config.TerminalConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The whole terminal in this JVM, as {@code terminal.yaml} wires it: two desks and a kiosk with
 * virtual scanners and printers, real databases, real sockets.
 */
final class TerminalRig implements AutoCloseable {
  static final String CONCERT = "concert";
  static final String MUSEUM = "museum";
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String EVENTS_HEADER =
      "event_id,title_fi,title_sv,title_en,kind,starts_at,ends_at,quota,organiser,service_fee\n";

  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  private final Path folder;
  private final Path data;
  private Terminal terminal;

  /**
   * Starts it.
   *
   * @param folder for its configuration and sockets
   * @param data its data folder; may be a file system of its own
   */
  TerminalRig(Path folder, Path data) throws IOException {
    this.folder = folder;
    this.data = data;
    Files.writeString(folder.resolve("events.csv"), events());
    Files.writeString(config(), yaml());
    start();
  }

  void start() {
    try {
      terminal = Terminal.start(TerminalConfig.load(config()), Build.current());
    } catch (ConfigException | StartRefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  void stop() {
    terminal.close();
  }

  Path data() {
    return data;
  }

  Path config() {
    return folder.resolve("terminal.yaml");
  }

  UnixHttp ui() {
    return new UnixHttp(folder.resolve("ui/d.sock"));
  }

  UnixHttp admin() {
    return new UnixHttp(folder.resolve("admin/d.sock"));
  }

  DeskClient desk(String station) {
    return new DeskClient(folder.resolve("ui/d.sock"), station);
  }

  FeedReader feed(String station) throws IOException {
    return FeedReader.join(ui(), "/v1/stations/" + station + "/feed", "");
  }

  /** Scans, and waits for the state that the scan brought. */
  JsonNode scan(String station, String text, Predicate<JsonNode> wanted)
      throws IOException, InterruptedException {
    try (FeedReader feed = feed(station)) {
      desk(station).scan(station, text);
      return feed.await(PATIENCE, event -> isState(event) && wanted.test(event.json())).json();
    }
  }

  /** Scans a card, and waits until a visit of its station holds it last. */
  JsonNode scanCard(String station, String id) throws IOException, InterruptedException {
    String tail = id.substring(id.length() - 3);
    return scan(
            station,
            id,
            state -> {
              JsonNode cards = state.path("visit").path("cards");
              return cards.path(cards.size() - 1).path("tail").asText().equals(tail);
            })
        .path("visit");
  }

  /** Replaces the list of events, as a venue does: a finished file takes the place of the old. */
  void replaceEvents(String... rows) throws IOException {
    Path next = Files.writeString(folder.resolve("next.csv"), EVENTS_HEADER + lines(rows));
    Files.move(next, folder.resolve("events.csv"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String lines(String... rows) {
    return String.join("\n", rows) + "\n";
  }

  static LocalDate today() {
    return LocalDate.now(HELSINKI);
  }

  static boolean isState(FeedReader.Event event) {
    return event.name().equals("station");
  }

  /** Rows as in the CSV, without its header. */
  String importCards(String... rows) {
    String csv = "card_id,kind,issued_on,valid_until,state,children\n" + lines(rows);
    return admin()
        .send(
            "POST",
            "/v1/registry/import?force=true",
            Map.of("Content-Type", "text/csv"),
            csv.getBytes(StandardCharsets.UTF_8))
        .text();
  }

  static String personal(String id, int children) {
    return id + ",personal,2020-01-01,2099-12-31,active," + children;
  }

  /** How many tickets a virtual printer has brought out; the newest one bears that number. */
  int printed(String printer) {
    JsonNode tickets = DeskClient.json(ui().get("/v1/demo/printers/" + printer)).path("tickets");
    return tickets.path(0).path("number").asInt();
  }

  private static String events() {
    LocalDate today = today();
    return EVENTS_HEADER
        + """
        concert,Konsertti,Konsert,Concert,performance,%2$sT19:00,%2$sT21:00,5000,house,
        museum,Museo,Museum,Museum,open,%1$sT00:00,%2$sT23:59,,house,
        """
            .formatted(today, today.plusDays(1));
  }

  private String yaml() {
    return """
        venue: {id: house, name: {fi: Kulttuuritalo, sv: Kulturhuset, en: Culture house}, area: espoo}
        data: %2$s
        sockets: {ui: %1$s/ui/d.sock, admin: %1$s/admin/d.sock}
        clock: {source: system}
        events: {file: %1$s/events.csv}
        scanners:
          - {name: desk-1, port: 'virtual:desk-1'}
          - {name: desk-2, port: 'virtual:desk-2'}
          - {name: lobby, port: 'virtual:lobby'}
        printers:
          - {name: tickets-1, port: 'virtual:tickets-1', profile: generic-80mm}
          - {name: tickets-2, port: 'virtual:tickets-2', profile: generic-58mm}
          - {name: tickets-3, port: 'virtual:tickets-3', profile: generic-80mm}
        stations:
          - {name: desk-1, kind: desk, scanner: desk-1, printer: tickets-1}
          - {name: desk-2, kind: desk, scanner: desk-2, printer: tickets-2}
          - {name: lobby, kind: kiosk, scanner: lobby, printer: tickets-3}
        policy: {undo-seconds: 30}
        """
        .formatted(folder, data);
  }

  @Override
  public void close() {
    terminal.close();
  }
}
