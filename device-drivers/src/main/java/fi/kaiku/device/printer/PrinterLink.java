package fi.kaiku.device.printer;

import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PartialWriteException;
import fi.kaiku.device.printer.PrinterReport.Automatic;
import fi.kaiku.device.printer.PrinterReport.Block;
import fi.kaiku.device.printer.PrinterReport.Garbage;
import fi.kaiku.device.printer.PrinterReport.RealTime;
import fi.kaiku.device.printer.PrinterReport.Transmitted;
import fi.kaiku.device.printer.PrinterStatus.Condition;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * One connection to a printer: writes with a stall limit, questions and their answers, and the
 * conditions heard so far. Owner thread only.
 */
final class PrinterLink {

  /** One write; small, so that a printer that stops taking is noticed between two. */
  private static final int SLICE_BYTES = 1024;

  private final BytePort port;
  private final PrinterInbox inbox;
  private final PrinterTiming timing;
  private final StatusBoard board = new StatusBoard();
  private final QueryRests rests = new QueryRests();
  private Predicate<PrinterReport> expected = report -> false;
  private boolean met;
  private String model = "";

  PrinterLink(BytePort port, PrinterInbox inbox, PrinterTiming timing) {
    this.port = port;
    this.inbox = inbox;
    this.timing = timing;
  }

  StatusBoard board() {
    return board;
  }

  /** What the printer said to GS I 67, or over USB; empty when nothing. */
  String model() {
    return model;
  }

  /**
   * Asks a USB printer past its data path, where bytes may be stuck.
   *
   * @return false when the port has no such way, or the printer refuses
   */
  boolean askPort() {
    if (!(port instanceof PortStatusSource usb)) {
      return false;
    }
    try {
      board.hear(usb.portStatus());
      return true;
    } catch (IOException refused) {
      // Some printers stall this request; a dead one shows itself by the next transfer.
      return false;
    }
  }

  /** Asks a USB printer what it is, past its data path: no command that it might print. */
  void askDeviceId() {
    if (port instanceof PortStatusSource usb) {
      try {
        model = usb.deviceId().model().replaceAll("\\p{Cntrl}", "").strip();
      } catch (IOException refused) {
        // Some printers stall this request; a dead one shows itself by the next transfer.
        model = "";
      }
    }
  }

  /** Takes note of a report, whatever it was waited for. */
  void hear(PrinterReport report) {
    met |= expected.test(report);
    switch (report) {
      case Automatic automatic -> board.hear(automatic);
      // An answer that came too late for its question: nobody knows which question it was.
      case RealTime late -> {}
      case Transmitted counted -> {}
      case Block(int header, String text) -> {
        if (header == Block.IDENTITY) {
          model = text.strip();
        }
      }
      case Garbage damaged -> {}
    }
  }

  /** From now on, looks out for such a report; what arrived before does not count. */
  void expect(Predicate<PrinterReport> report) throws IOException {
    hearAll();
    expected = report;
    met = false;
  }

  /** Whether what was expected has arrived. */
  boolean isMet() {
    return met;
  }

  private void hearAll() throws IOException {
    PrinterReport report;
    while ((report = inbox.nextReport(Duration.ZERO)) != null) {
      hear(report);
    }
  }

  /** Hears one report, if one comes in time. */
  boolean hearOne(Duration timeout) throws IOException {
    PrinterReport report = inbox.nextReport(timeout);
    if (report != null) {
      hear(report);
    }
    return report != null;
  }

  /**
   * Asks for the whole state.
   *
   * @return false when the printer does not answer
   */
  boolean askState() throws IOException {
    if (!ask(RealTimeQuery.PRINTER)) {
      board.forget();
      return false;
    }
    if (!askIfDue(RealTimeQuery.OFFLINE_CAUSE) || !askIfDue(RealTimeQuery.PAPER_SENSOR)) {
      return true;
    }
    if (board.says(Condition.OFFLINE)
        || board.obstacle().isPresent()
        || board.misses(RealTimeQuery.ERROR_CAUSE)) {
      askIfDue(RealTimeQuery.ERROR_CAUSE);
    }
    return true;
  }

  /**
   * Asks, unless the question rests.
   *
   * @return false when it met silence: the round ends, or a late answer would be taken for the next
   *     question's
   */
  private boolean askIfDue(RealTimeQuery query) throws IOException {
    if (!rests.isDue(query)) {
      return true;
    }
    if (ask(query)) {
      rests.answered(query);
      return true;
    }
    rests.silent(query);
    if (rests.isStale(query)) {
      board.miss(query);
    }
    return false;
  }

  private boolean ask(RealTimeQuery query) throws IOException {
    hearAll();
    try {
      port.write(query.command(), timing.answer());
    } catch (PartialWriteException stuck) {
      if (stuck.reason() == PartialWriteException.Reason.TOO_SLOW && stuck.taken() == 0) {
        return false;
      }
      throw stuck;
    }
    long deadline = System.nanoTime() + timing.answer().toNanos();
    PrinterReport report;
    while ((report = inbox.nextReport(until(deadline))) != null) {
      if (report instanceof RealTime(int bits)) {
        board.hear(query, bits);
        return true;
      }
      hear(report);
    }
    return false;
  }

  /**
   * Hands all bytes over, in slices, and goes on after a slow one where it stopped.
   *
   * @param progress is told of each byte that may have been taken, also when this fails
   */
  void transfer(byte[] bytes, Progress progress) throws IOException {
    int done = 0;
    long start = System.nanoTime();
    long lastTaken = start;
    while (done < bytes.length) {
      byte[] slice = Arrays.copyOfRange(bytes, done, Math.min(done + SLICE_BYTES, bytes.length));
      int taken = write(slice, progress);
      done += taken;
      if (taken == 0) {
        hearAll();
        askPort();
        refuseStall(start, lastTaken, bytes.length - done);
      } else {
        lastTaken = System.nanoTime();
      }
    }
  }

  private int write(byte[] slice, Progress progress) throws IOException {
    try {
      port.write(slice, timing.write());
      progress.add(slice.length);
      return slice.length;
    } catch (PartialWriteException partial) {
      progress.add(partial.taken());
      if (partial.reason() == PartialWriteException.Reason.GONE) {
        throw partial;
      }
      return partial.taken();
    }
  }

  private void refuseStall(long start, long lastTaken, int left) throws IOException {
    long now = System.nanoTime();
    boolean waitsForAPerson = board.obstacle().isPresent();
    boolean tooLong =
        waitsForAPerson
            ? now - start > timing.held().toNanos()
            : now - lastTaken > timing.confirm().toNanos();
    if (tooLong) {
      throw new SilentPrinterException("the printer takes no more bytes, " + left + " are left");
    }
  }

  private static Duration until(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  /** How many bytes of a job may have reached the printer, at most. */
  static final class Progress {
    private long taken;

    private void add(int bytes) {
      taken += bytes;
    }

    boolean isNone() {
      return taken == 0;
    }
  }
}
