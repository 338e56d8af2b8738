package fi.kaiku.terminal.crash;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.virtual.PaperRoll;
import fi.kaiku.device.virtual.VirtualPrinter;
import fi.kaiku.device.virtual.VirtualPrinterServer;
import fi.kaiku.terminal.api.DeskClient;
import fi.kaiku.terminal.api.UnixHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A venue with two desks whose printers survive the daemon, as real ones do. */
final class CrashSite implements AutoCloseable {
  static final String EVENT = "concert";
  static final List<String> STATIONS = List.of("desk-1", "desk-2");
  static final int CARDS = 20_000;

  private final Path folder;
  private final Map<String, VirtualPrinter> printers =
      Map.of(
          "desk-1", new VirtualPrinter(PaperRoll.MM_80),
          "desk-2", new VirtualPrinter(PaperRoll.MM_80));
  private final List<VirtualPrinterServer> servers;

  private final Queue<String> cutOff = new ConcurrentLinkedQueue<>();

  CrashSite(Path folder) throws IOException {
    this.folder = folder;
    printers.values().forEach(printer -> printer.watch(paper -> cutOff.addAll(paper.codes())));
    this.servers =
        STATIONS.stream().map(name -> new VirtualPrinterServer(printers.get(name))).toList();
    Files.writeString(folder.resolve("events.csv"), events());
    Files.writeString(config(), yaml());
  }

  static String cardId(int number) {
    return "KAIKU%05d".formatted(number);
  }

  Path config() {
    return folder.resolve("terminal.yaml");
  }

  Path log() {
    return folder.resolve("daemon.log");
  }

  Path journal() {
    return folder.resolve("data/journal.db");
  }

  DeskClient desk(String station) {
    return new DeskClient(folder.resolve("ui/d.sock"), station);
  }

  void importRegistry() {
    String rows =
        IntStream.range(0, CARDS)
            .mapToObj(n -> cardId(n) + ",personal,2020-01-01,2099-12-31,active,2\n")
            .collect(Collectors.joining());
    UnixHttp.Reply reply =
        new UnixHttp(folder.resolve("admin/d.sock"))
            .send(
                "POST",
                "/v1/registry/import",
                Map.of("Content-Type", "text/csv"),
                ("card_id,kind,issued_on,valid_until,state,children\n" + rows)
                    .getBytes(StandardCharsets.UTF_8));
    assertThat(reply.text()).contains("\"done\"").contains("\"cards\":" + CARDS);
  }

  /** Every ticket number on paper, cut or not, as often as it stands there. */
  List<String> printedNumbers() {
    return Stream.concat(
            cutOff.stream(), printers.values().stream().flatMap(p -> p.uncut().codes().stream()))
        .toList();
  }

  private static String events() {
    LocalDate tomorrow = LocalDate.now(ZoneId.of("Europe/Helsinki")).plusDays(1);
    return """
        event_id,title_fi,title_sv,title_en,kind,starts_at,ends_at,quota,organiser,service_fee
        %s,Kesäyön konsertti,Sommarnattskonsert,Summer night concert,performance,%sT19:00,%sT21:00,50000,house,
        """
        .formatted(EVENT, tomorrow, tomorrow);
  }

  private String yaml() {
    return """
        venue: {id: house, name: {fi: Kulttuuritalo, sv: Kulturhuset, en: Culture house}, area: espoo}
        data: %1$s/data
        sockets: {ui: %1$s/ui/d.sock, admin: %1$s/admin/d.sock}
        clock: {source: system}
        events: {file: %1$s/events.csv}
        scanners:
          - {name: desk-1, port: 'virtual:desk-1'}
          - {name: desk-2, port: 'virtual:desk-2'}
        printers:
          - {name: tickets-1, port: 'tcp://127.0.0.1:%2$d', profile: generic-80mm}
          - {name: tickets-2, port: 'tcp://127.0.0.1:%3$d', profile: generic-80mm}
        stations:
          - {name: desk-1, kind: desk, scanner: desk-1, printer: tickets-1}
          - {name: desk-2, kind: desk, scanner: desk-2, printer: tickets-2}
        policy: {undo-seconds: 30}
        """
        .formatted(folder, servers.get(0).address().port(), servers.get(1).address().port());
  }

  @Override
  public void close() {
    servers.forEach(VirtualPrinterServer::close);
  }
}
