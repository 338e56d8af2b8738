package fi.kaiku.kiosk.bench;

import fi.kaiku.device.virtual.PaperRoll;
import fi.kaiku.device.virtual.VirtualPrinter;
import fi.kaiku.device.virtual.VirtualPrinterServer;
import fi.kaiku.kiosk.e2e.ChildJvm;
import fi.kaiku.kiosk.e2e.SerialCable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Processor time of daemons that nobody uses: with two readers and two printers that all work, and
 * with one reader's plug pulled. The floor: a JVM whose only thread waits. All three side by side,
 * in percent of one processor.
 */
final class IdleTerminals {
  private static final Duration SPAN = Duration.ofSeconds(60);

  /** Start-up's last work, as compiling, is over by then. */
  private static final Duration SETTLING = Duration.ofSeconds(10);

  /** A reader and a printer each. */
  private static final int PAIRS = 2;

  private IdleTerminals() {}

  record Shares(double working, double deadPort, double waitingJvm) {}

  static Shares measure(Path folder) throws IOException {
    try (IdleTerminal working = IdleTerminal.start(folder.resolve("working"));
        IdleTerminal dead = IdleTerminal.start(folder.resolve("dead"));
        ChildJvm waiting = Waiting.start(folder)) {
      dead.cables().getFirst().unplug();
      List<Long> pids = List.of(working.daemon().pid(), dead.daemon().pid(), waiting.pid());
      LockSupport.parkNanos(SETTLING.toNanos());
      List<Duration> before = pids.stream().map(IdleTerminals::spent).toList();
      long begin = System.nanoTime();
      LockSupport.parkNanos(SPAN.toNanos());
      double[] percent = new double[pids.size()];
      for (int i = 0; i < percent.length; i++) {
        Duration used = spent(pids.get(i)).minus(before.get(i));
        percent[i] = 100.0 * used.toNanos() / (System.nanoTime() - begin);
      }
      return new Shares(percent[0], percent[1], percent[2]);
    }
  }

  private static Duration spent(long pid) {
    return ProcessHandle.of(pid).flatMap(each -> each.info().totalCpuDuration()).orElseThrow();
  }

  /** A daemon with four devices. */
  private record IdleTerminal(
      ChildJvm daemon, List<SerialCable> cables, List<VirtualPrinterServer> printers)
      implements AutoCloseable {

    static IdleTerminal start(Path folder) throws IOException {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("events.csv"), SampleVenue.eventsCsv());
      List<SerialCable> cables =
          List.of(new SerialCable(folder, "reader-1"), new SerialCable(folder, "reader-2"));
      List<VirtualPrinterServer> printers =
          List.of(
              new VirtualPrinterServer(new VirtualPrinter(PaperRoll.MM_80)),
              new VirtualPrinterServer(new VirtualPrinter(PaperRoll.MM_80)));
      Path config = folder.resolve("terminal.yaml");
      Files.writeString(config, configuration(folder, cables, printers));
      ChildJvm daemon =
          ChildJvm.start(
              "fi.kaiku.terminal.TerminalMain",
              folder.resolve("daemon.log"),
              List.of("--config", config.toString()));
      return new IdleTerminal(daemon, cables, printers);
    }

    private static String configuration(
        Path folder, List<SerialCable> cables, List<VirtualPrinterServer> printers) {
      StringBuilder yaml =
          new StringBuilder(
              """
              venue: {id: house, name: {fi: Kulttuuritalo, sv: Kulturhuset, en: Culture house}, area: espoo}
              data: %1$s/data
              sockets: {ui: %1$s/ui/d.sock, admin: %1$s/admin/d.sock}
              clock: {source: system}
              events: {file: %1$s/events.csv}
              scanners:
              """
                  .formatted(folder));
      for (int i = 0; i < PAIRS; i++) {
        yaml.append(
            "- {name: reader-%d, port: 'serial:%s', baud: 9600}\n"
                .formatted(i + 1, cables.get(i).terminalEnd()));
      }
      yaml.append("printers:\n");
      for (int i = 0; i < PAIRS; i++) {
        yaml.append(
            "- {name: tickets-%d, port: 'tcp://127.0.0.1:%d', profile: generic-80mm}\n"
                .formatted(i + 1, printers.get(i).address().port()));
      }
      yaml.append("stations:\n");
      for (int i = 1; i <= PAIRS; i++) {
        yaml.append(
            "- {name: desk-%1$d, kind: desk, scanner: reader-%1$d, printer: tickets-%1$d}\n"
                .formatted(i));
      }
      return yaml.toString();
    }

    @Override
    public void close() throws IOException {
      daemon.close();
      for (SerialCable cable : cables) {
        cable.close();
      }
      for (VirtualPrinterServer printer : printers) {
        printer.close();
      }
    }
  }
}
