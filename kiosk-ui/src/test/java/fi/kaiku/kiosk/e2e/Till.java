package fi.kaiku.kiosk.e2e;

import fi.kaiku.device.virtual.PaperRoll;
import fi.kaiku.device.virtual.PrintedPaper;
import fi.kaiku.device.virtual.VirtualPrinter;
import fi.kaiku.device.virtual.VirtualPrinterServer;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/**
 * A whole till: the daemon and the kiosk UI as two processes, a reader on a real pseudo-terminal, a
 * receipt printer on a real TCP port.
 */
public final class Till implements AutoCloseable {
  public static final String STATION = "desk-1";
  static final String KIOSK = "kiosk-1";

  private static final String A_DESK =
      "{name: desk-1, kind: desk, scanner: reader, printer: tickets}";
  private static final String A_KIOSK_AND_A_DESK =
      "{name: kiosk-1, kind: kiosk, scanner: reader, printer: tickets}, {name: desk-1, kind: desk}";

  private static final Duration PAPER_LIMIT = Duration.ofSeconds(30);

  private final Path folder;
  private final String stations;
  private final List<PrintedPaper> tickets = new ArrayList<>();
  private final SerialCable cable;
  private final VirtualPrinter printer = new VirtualPrinter(PaperRoll.MM_80);
  private final VirtualPrinterServer printerServer = new VirtualPrinterServer(printer);
  private ChildJvm daemon;
  private ChildJvm ui;

  private Till(Path folder, String stations) throws IOException {
    this.folder = folder;
    this.stations = stations;
    this.cable = new SerialCable(folder, "reader");
    printer.watch(this::keep);
  }

  private synchronized void keep(PrintedPaper ticket) {
    tickets.add(ticket);
    notifyAll();
  }

  public synchronized List<PrintedPaper> tickets() {
    return List.copyOf(tickets);
  }

  /** Waits until so many tickets are cut off, and answers them; more than those is an error. */
  public synchronized List<PrintedPaper> awaitTickets(int count) {
    long deadline = System.nanoTime() + PAPER_LIMIT.toNanos();
    try {
      while (tickets.size() < count) {
        long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (left <= 0) {
          throw new AssertionError("tickets: " + tickets.size() + " instead of " + count);
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    if (tickets.size() > count) {
      throw new AssertionError("tickets: " + tickets.size() + " instead of " + count);
    }
    return List.copyOf(tickets);
  }

  /** Starts everything with the given events and cards, both in the terminal's CSV formats. */
  public static Till open(Path folder, String eventsCsv, String cardsCsv) throws IOException {
    return open(new Till(folder, A_DESK), eventsCsv, cardsCsv);
  }

  /** The same with reader and printer at a kiosk, and a desk where a clerk sits. */
  static Till openKiosk(Path folder, String eventsCsv, String cardsCsv) throws IOException {
    return open(new Till(folder, A_KIOSK_AND_A_DESK), eventsCsv, cardsCsv);
  }

  private static Till open(Till till, String eventsCsv, String cardsCsv) throws IOException {
    Path folder = till.folder;
    Files.writeString(folder.resolve("events.csv"), eventsCsv);
    Files.writeString(folder.resolve("terminal.yaml"), till.configuration());
    till.startDaemon();
    till.importCards(cardsCsv);
    till.startUi();
    return till;
  }

  public void startDaemon() throws IOException {
    daemon =
        ChildJvm.start(
            "fi.kaiku.terminal.TerminalMain",
            folder.resolve("daemon.log"),
            List.of("--config", folder.resolve("terminal.yaml").toString()));
  }

  public void startUi() throws IOException {
    ui =
        ChildJvm.start(
            "fi.kaiku.kiosk.KioskMain",
            folder.resolve("ui.log"),
            List.of(
                "--port",
                "0",
                "--daemon-socket",
                daemonSocket().toString(),
                "--token-file",
                tokenFile().toString()));
  }

  public SerialCable reader() {
    return cable;
  }

  public VirtualPrinter printer() {
    return printer;
  }

  public ChildJvm daemon() {
    return daemon;
  }

  public ChildJvm ui() {
    return ui;
  }

  public Path daemonSocket() {
    return folder.resolve("ui/d.sock");
  }

  public Path journal() {
    return folder.resolve("data/journal.db");
  }

  /** A link that opens the desk once. */
  public String deskUrl() throws IOException {
    return url(STATION);
  }

  String url(String station) throws IOException {
    String base = ui.readyLine().substring("READY ".length());
    return base + "open?station=" + station + "&token=" + Files.readString(tokenFile()).strip();
  }

  private Path tokenFile() {
    return folder.resolve("ui-token");
  }

  private String configuration() {
    return """
        venue: {id: house, name: {fi: Kulttuuritalo, sv: Kulturhuset, en: Culture house}, area: espoo}
        data: %1$s/data
        sockets: {ui: %1$s/ui/d.sock, admin: %1$s/admin/d.sock}
        clock: {source: system}
        events: {file: %1$s/events.csv}
        scanners: [{name: reader, port: 'serial:%2$s', baud: 9600}]
        printers: [{name: tickets, port: 'tcp://127.0.0.1:%3$d', profile: generic-80mm}]
        stations: [%4$s]
        """
        .formatted(folder, cable.terminalEnd(), printerServer.address().port(), stations);
  }

  private void importCards(String csv) throws IOException {
    byte[] body = csv.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /v1/registry/import HTTP/1.1\r\nHost: daemon\r\nContent-Type: text/csv\r\n"
            + "Content-Length: %d\r\n\r\n".formatted(body.length);
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(folder.resolve("admin/d.sock")));
      channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
      ByteBuffer rest = ByteBuffer.wrap(body);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      Scanner answer = new Scanner(channel, StandardCharsets.UTF_8);
      String outcome = answer.findWithinHorizon("\"state\":\"(done|refused)\"", 0);
      if (!"\"state\":\"done\"".equals(outcome)) {
        throw new IOException("registry import: " + outcome);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (ui != null) {
      ui.close();
    }
    if (daemon != null) {
      daemon.close();
    }
    printerServer.close();
    cable.close();
  }
}
