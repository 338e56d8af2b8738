package fi.kaiku.kiosk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.kiosk.DeskBrowser;
import fi.kaiku.kiosk.e2e.ChildJvm;
import fi.kaiku.kiosk.e2e.Till;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All figures of the main job in one run, each with its floor beside it; started by {@code kaiku
 * bench}, never by the tests. Aims are printed, nothing is asserted about time.
 */
class Bench {
  private static final Path REPORT =
      Path.of(System.getProperty("kaiku.bench.report", "target/bench.json"));

  private final BenchReport report = new BenchReport();

  @Test
  void measure(@TempDir Path folder) throws Exception {
    decide(Files.createDirectory(folder.resolve("desk")));
    print(Files.createDirectory(folder.resolve("printing")));
    try (Till till =
        Till.open(
            Files.createDirectory(folder.resolve("till")),
            SampleVenue.eventsCsv(),
            SampleVenue.cardsCsv(BenchDesk.CARDS))) {
      throughTheTill(till, folder);
    }
    idle(Files.createDirectory(folder.resolve("idle")));
    report.write(REPORT);
    Files.writeString(text(REPORT), report.text());
    assertThat(report.figures()).isEqualTo(12);
  }

  /** Beside the JSON, as people read it. */
  private static Path text(Path json) {
    return json.resolveSibling(json.getFileName().toString().replaceAll("\\.json$", "") + ".txt");
  }

  private void decide(Path folder) throws Exception {
    BenchDesk desk = new BenchDesk(folder);
    Latencies record;
    try (desk) {
      report.rate(
          "look-ups of a card, 100,000 cards",
          LookUps.perSecond(desk),
          "the bare query",
          LookUps.floorPerSecond(desk));
      record = DecideAndRecord.measure(desk);
    }
    report.time(
        "decide + durable record, 100,000 cards",
        record,
        "the same rows by hand, FULL",
        DecideAndRecord.floor(desk.journalFile()),
        "p50 <= 1.5 x floor");
  }

  private void print(Path folder) throws Exception {
    Latencies floor = TicketToPaper.floor();
    try (BenchDesk desk = new BenchDesk(Files.createDirectories(folder.resolve("sink")))) {
      report.time(
          "Issue committed -> ticket at TCP sink",
          TicketToPaper.toSink(desk),
          "1 kB through a bare socket",
          floor,
          "p50 <= 1 ms");
    }
    try (BenchDesk desk = new BenchDesk(Files.createDirectories(folder.resolve("printer")))) {
      report.time(
          "Issue committed -> ticket drawn by a printer that answers",
          TicketToPaper.toPrinter(desk),
          "1 kB through a bare socket",
          floor,
          "");
    }
  }

  private void idle(Path folder) throws Exception {
    IdleTerminals.Shares shares = IdleTerminals.measure(folder);
    report.share(
        "idle daemon, four devices: processor time", shares.working(), shares.waitingJvm());
    report.share(
        "idle daemon, one port dead: processor time", shares.deadPort(), shares.waitingJvm());
  }

  private void throughTheTill(Till till, Path folder) throws Exception {
    report.time(
        "last byte of scan -> verdict at UI process",
        ScanToVerdict.measure(till),
        "bare jSerialComm read on a pty",
        ScanToVerdict.floor(folder),
        "");
    try (DeskBrowser browser = new DeskBrowser()) {
      ScanToPaint.Pair paint = ScanToPaint.measure(till, browser);
      report.time(
          "last byte of scan -> verdict painted",
          paint.measured(),
          "any change painted by the page",
          paint.floor(),
          "p50 <= 17 ms");
    }
    try (ChildJvm waiting = Waiting.start(folder)) {
      double least = Memory.pssMebibytes(waiting.pid());
      report.memory("daemon: PSS", Memory.pssMebibytes(till.daemon().pid()), least);
      report.memory("kiosk UI: PSS", Memory.pssMebibytes(till.ui().pid()), least);
    }
    Latencies floor = Starts.floor();
    report.time(
        "daemon: start -> READY",
        Starts.daemon(till),
        "a JVM that does nothing",
        floor,
        "<= 1.2 s");
    report.time("kiosk UI: start -> READY", Starts.ui(till), "a JVM that does nothing", floor, "");
  }
}
