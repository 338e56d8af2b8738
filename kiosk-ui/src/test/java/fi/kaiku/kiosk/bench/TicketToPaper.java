package fi.kaiku.kiosk.bench;

import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.port.TcpBytePort;
import fi.kaiku.device.printer.EscPosPrinter;
import fi.kaiku.device.printer.PrinterProfile;
import fi.kaiku.device.virtual.PaperRoll;
import fi.kaiku.device.virtual.VirtualPrinter;
import fi.kaiku.device.virtual.VirtualPrinterServer;
import fi.kaiku.terminal.admission.IssueOrder;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.receipt.PrintQueue;
import fi.kaiku.terminal.receipt.TicketLayout;
import fi.kaiku.terminal.receipt.TicketWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * From the commit of Issue to the ticket's last byte at the other end of a TCP connection. The
 * floor: as many bytes through a bare socket and back one byte.
 */
final class TicketToPaper {
  private static final int WARM_UP = 50;
  private static final int RUNS = 400;
  private static final int TICKET_BYTES = 1_024;
  private static final long LIMIT_SECONDS = 20;

  private TicketToPaper() {}

  /** To a port that takes every byte and says nothing. */
  static Latencies toSink(BenchDesk desk) throws Exception {
    try (ByteSink sink = new ByteSink()) {
      return measure(desk, () -> TcpBytePort.connect(sink.address()), sink.cuts());
    }
  }

  /** To a printer that is asked how it is before each ticket, and draws it. */
  static Latencies toPrinter(BenchDesk desk) throws Exception {
    BlockingQueue<Long> cuts = new LinkedBlockingQueue<>();
    VirtualPrinter paper = new VirtualPrinter(PaperRoll.MM_80);
    paper.watch(ticket -> cuts.add(System.nanoTime()));
    try (VirtualPrinterServer server = new VirtualPrinterServer(paper)) {
      return measure(desk, () -> TcpBytePort.connect(server.address()), cuts);
    }
  }

  private static Latencies measure(BenchDesk desk, PortOpener opener, BlockingQueue<Long> cuts)
      throws Exception {
    try (EscPosPrinter printer = printer(opener);
        PrintQueue queue = new PrintQueue(desk.journal(), printer, layout(), Instant::now)) {
      desk.journal().onChange(change -> queue.wake());
      printer.start(state -> queue.wake());
      queue.start();
      long[] nanos = new long[RUNS];
      for (int run = -WARM_UP; run < RUNS; run++) {
        IssueOrder order = desk.order(run + WARM_UP);
        desk.issue(order);
        long committed = System.nanoTime();
        Long cut = cuts.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (cut == null) {
          throw new IOException("no ticket came out");
        }
        if (run >= 0) {
          nanos[run] = cut - committed;
        }
      }
      return new Latencies(nanos);
    }
  }

  private static EscPosPrinter printer(PortOpener opener) {
    return new EscPosPrinter(
        BenchDesk.PRINTER, opener, PrinterProfile.named("generic-80mm"), Instant::now);
  }

  private static TicketLayout layout() {
    return new TicketLayout(
        new LocalisedText("Kulttuuritalo", "Kulturhuset", "Culture house"),
        List.of(TicketWords.FI, TicketWords.SV));
  }

  static Latencies floor() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().name("sink").start(() -> sink(server));
      try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
        socket.setTcpNoDelay(true);
        byte[] ticket = new byte[TICKET_BYTES];
        long[] nanos = new long[RUNS];
        for (int run = -WARM_UP; run < RUNS; run++) {
          long begin = System.nanoTime();
          socket.getOutputStream().write(ticket);
          socket.getInputStream().read();
          if (run >= 0) {
            nanos[run] = System.nanoTime() - begin;
          }
        }
        return new Latencies(nanos);
      }
    }
  }

  private static void sink(ServerSocket server) {
    try (Socket socket = server.accept()) {
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      while (in.readNBytes(TICKET_BYTES).length == TICKET_BYTES) {
        out.write(1);
      }
    } catch (IOException over) {
      // The measurement has ended and closed its side.
    }
  }
}
