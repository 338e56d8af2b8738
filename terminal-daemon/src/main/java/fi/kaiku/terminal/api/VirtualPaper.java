package fi.kaiku.terminal.api;

import fi.kaiku.device.virtual.PrintedPaper;
import fi.kaiku.device.virtual.VirtualPrinter;
import fi.kaiku.device.virtual.VirtualPrinter.Breakdown;
import fi.kaiku.device.virtual.VirtualPrinter.Trouble;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A virtual printer as the demo's panel shows it: numbered tickets with the time they came out, and
 * the conditions that can be switched. Any thread.
 */
public final class VirtualPaper {
  static final String DIES_MID_JOB = "dies-mid-job";
  static final List<String> CONDITIONS =
      List.of("paper-out", "cover-open", "offline", DIES_MID_JOB);

  /** As many as the printer itself keeps. */
  private static final int KEPT_TICKETS = 50;

  /** About two lines: some of the ticket is on paper, its end is not. */
  private static final int DIES_AFTER_DOTS = 70;

  private static final List<Trouble> SWITCHED =
      List.of(Trouble.PAPER_OUT, Trouble.COVER_OPEN, Trouble.OFFLINE);

  /** A piece of paper that came out. */
  record Ticket(int number, Instant at, PrintedPaper paper) {}

  private final VirtualPrinter printer;
  private final InstantSource clock;
  private final Deque<Ticket> tickets = new ArrayDeque<>();
  private int printed;
  private boolean dies;

  public VirtualPaper(VirtualPrinter printer, InstantSource clock) {
    this.printer = printer;
    this.clock = clock;
    printer.watch(this::cameOut);
  }

  /** On the printer's thread and under its lock, so this object's lock is never held around it. */
  private synchronized void cameOut(PrintedPaper paper) {
    tickets.addFirst(new Ticket(++printed, clock.instant(), paper));
    if (tickets.size() > KEPT_TICKETS) {
      tickets.removeLast();
    }
  }

  /** Switches all conditions at once. */
  void set(List<String> conditions) {
    for (Trouble trouble : SWITCHED) {
      if (conditions.contains(WireWord.of(trouble))) {
        printer.set(trouble);
      } else {
        printer.clear(trouble);
      }
    }
    if (conditions.contains(DIES_MID_JOB)) {
      printer.breakInTicket(DIES_AFTER_DOTS, Breakdown.POWER_LOST);
    } else {
      printer.repair();
    }
    keepDies(conditions.contains(DIES_MID_JOB));
  }

  private synchronized void keepDies(boolean now) {
    dies = now;
  }

  VirtualPrinterView view() {
    List<String> conditions =
        new ArrayList<>(printer.troubles().stream().sorted().map(WireWord::of).toList());
    PrintedPaper uncut = printer.uncut();
    return view(conditions, uncut);
  }

  private synchronized VirtualPrinterView view(List<String> conditions, PrintedPaper uncut) {
    if (dies) {
      conditions.add(DIES_MID_JOB);
    }
    List<VirtualPrinterView.TicketView> views = new ArrayList<>();
    if (!uncut.isBlank()) {
      views.add(
          new VirtualPrinterView.TicketView(printed + 1, WireTime.of(clock.instant()), false));
    }
    for (Ticket ticket : tickets) {
      views.add(new VirtualPrinterView.TicketView(ticket.number(), WireTime.of(ticket.at()), true));
    }
    return new VirtualPrinterView(conditions, views);
  }

  /** The picture of a ticket; of the paper that hangs out uncut, too. */
  Optional<byte[]> picture(int number) {
    PrintedPaper uncut = printer.uncut();
    return find(number, uncut).map(PrintedPaper::png);
  }

  private synchronized Optional<PrintedPaper> find(int number, PrintedPaper uncut) {
    if (number == printed + 1 && !uncut.isBlank()) {
      return Optional.of(uncut);
    }
    return tickets.stream()
        .filter(ticket -> ticket.number() == number)
        .map(Ticket::paper)
        .findFirst();
  }
}
