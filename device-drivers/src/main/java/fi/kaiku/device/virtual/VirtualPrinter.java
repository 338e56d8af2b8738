package fi.kaiku.device.virtual;

import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A receipt printer that is not there: takes real ESC/POS bytes in any chunking, answers as Epson's
 * manuals say, can be out of paper, open, broken, and hands out what it printed as pictures. One
 * connection at a time. All methods from any thread.
 */
public final class VirtualPrinter {

  /** What a real printer still takes while it can't print; then it takes no more. */
  static final int HELD_BYTES = 4096;

  /** The newest tickets that are kept for looking at. */
  static final int KEPT_TICKETS = 50;

  /** What can be wrong with it. */
  public enum Trouble {
    PAPER_OUT,
    PAPER_LOW,
    COVER_OPEN,
    OFFLINE,
    CUTTER_JAMMED
  }

  /** How much of the protocol it answers. */
  public enum Talk {
    ALL,
    REAL_TIME_ONLY,
    NOTHING
  }

  /** How it can break off. */
  public enum Breakdown {
    /** What it held is lost, and half a command with it. */
    POWER_LOST,
    /** The connection is gone; it prints on what it has, and still waits for a command's rest. */
    CABLE_PULLED
  }

  private static final EnumSet<Trouble> STOPPING =
      EnumSet.of(Trouble.PAPER_OUT, Trouble.COVER_OPEN, Trouble.OFFLINE, Trouble.CUTTER_JAMMED);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private final Talk talk;
  private final PrintHead head;
  private final CommandReader commands;
  private final RealTimeScan realTime = new RealTimeScan(this::answerRealTime);
  private final EnumSet<Trouble> troubles = EnumSet.noneOf(Trouble.class);
  private final ArrayDeque<Byte> held = new ArrayDeque<>();
  private final ArrayDeque<PrintedPaper> tickets = new ArrayDeque<>();
  private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
  private final List<Consumer<PrintedPaper>> watchers = new ArrayList<>();
  private VirtualPrinterPort connected;
  private Breakdown broken;
  private Breakdown nextBreakdown;
  private long bytesToBreakdown = Long.MAX_VALUE;
  private long dotsToBreakdown = Long.MAX_VALUE;
  private long dotsOfPaper = Long.MAX_VALUE;
  private int automaticStatus;
  private int drawerKicks;

  public VirtualPrinter(PaperRoll roll) {
    this(roll, Talk.ALL);
  }

  public VirtualPrinter(PaperRoll roll, Talk talk) {
    this.talk = talk;
    this.head = new PrintHead(roll);
    CommandInterpreter interpreter = new CommandInterpreter(head, new Around());
    this.commands = new CommandReader(interpreter::execute);
  }

  /**
   * Connects to it, as a {@link fi.kaiku.device.port.PortOpener}.
   *
   * @throws PortUnavailableException while it is broken or another connection stands
   */
  public BytePort open() throws IOException {
    return locked(this::connect);
  }

  private BytePort connect() throws PortUnavailableException {
    if (broken != null) {
      throw new PortUnavailableException(Reason.ABSENT, "the virtual printer is off", null);
    }
    if (connected != null) {
      throw new PortUnavailableException(
          Reason.HELD_BY_OTHER, "the virtual printer has a connection already", null);
    }
    answers.reset();
    connected = new VirtualPrinterPort(this, lock, change);
    return connected;
  }

  public void set(Trouble trouble) {
    changeTroubles(() -> troubles.add(trouble));
  }

  /** Ends a trouble; what was held is printed now if nothing else is wrong. */
  public void clear(Trouble trouble) {
    changeTroubles(() -> troubles.remove(trouble));
  }

  public Set<Trouble> troubles() {
    return locked(() -> Set.copyOf(troubles));
  }

  /** So much paper is left: it runs out in the middle of a ticket, say. */
  public void loadPaper(int dots) {
    changeTroubles(
        () -> {
          dotsOfPaper = head.printedDots() + (long) dots;
          troubles.remove(Trouble.PAPER_OUT);
        });
  }

  /** Breaks off when so many more bytes have been taken. */
  public void breakAfter(int bytes, Breakdown how) {
    locked(
        () -> {
          bytesToBreakdown = bytes;
          nextBreakdown = how;
          return null;
        });
  }

  /**
   * Breaks off when so much more is on paper: in the middle of the next ticket, however often its
   * status is asked for until then.
   */
  public void breakInTicket(int dots, Breakdown how) {
    locked(
        () -> {
          dotsToBreakdown = head.printedDots() + (long) dots;
          nextBreakdown = how;
          return null;
        });
  }

  /** Switches it on again, or plugs the cable in. */
  public void repair() {
    locked(
        () -> {
          broken = null;
          bytesToBreakdown = Long.MAX_VALUE;
          dotsToBreakdown = Long.MAX_VALUE;
          return null;
        });
  }

  /** The newest tickets that were cut off, oldest first; blank cuttings are thrown away. */
  public List<PrintedPaper> tickets() {
    return locked(() -> List.copyOf(tickets));
  }

  /** What hangs out of it uncut. */
  public PrintedPaper uncut() {
    return locked(head::paper);
  }

  /** It holds all that it can hold, and takes no more for now. */
  public boolean isFull() {
    return locked(() -> held.size() >= HELD_BYTES);
  }

  public int drawerKicks() {
    return locked(() -> drawerKicks);
  }

  /** Calls for each ticket from now on, under the printer's lock: must return at once. */
  public void watch(Consumer<PrintedPaper> watcher) {
    locked(() -> watchers.add(watcher));
  }

  /** Takes what it can of these bytes; 0 when it is full or broken. For its port, under lock. */
  int take(byte[] bytes, int offset) {
    int taken = 0;
    while (offset + taken < bytes.length && broken == null && held.size() < HELD_BYTES) {
      if (bytesToBreakdown == 0) {
        breakDown();
        break;
      }
      bytesToBreakdown--;
      byte next = bytes[offset + taken++];
      realTime.accept(next);
      held.add(next);
      work();
    }
    if (bytesToBreakdown == 0) {
      breakDown();
    }
    return taken;
  }

  boolean isConnectedTo(VirtualPrinterPort port) {
    return connected == port;
  }

  /** What it has said since the last call. For its port, under lock. */
  byte[] takeAnswers() {
    byte[] said = answers.toByteArray();
    answers.reset();
    return said;
  }

  void disconnect(VirtualPrinterPort port) {
    if (connected == port) {
      connected = null;
      change.signalAll();
    }
  }

  private void breakDown() {
    broken = nextBreakdown;
    bytesToBreakdown = Long.MAX_VALUE;
    dotsToBreakdown = Long.MAX_VALUE;
    connected = null;
    answers.reset();
    if (broken == Breakdown.POWER_LOST) {
      held.clear();
      commands.reset();
      head.initialise();
      automaticStatus = 0;
    }
    change.signalAll();
  }

  private void work() {
    while (!held.isEmpty() && !mayNotPrint()) {
      commands.accept(held.remove());
      if (head.printedDots() >= dotsToBreakdown) {
        breakDown();
      }
      if (head.printedDots() >= dotsOfPaper) {
        dotsOfPaper = Long.MAX_VALUE;
        byte[] before = automaticBytes();
        troubles.add(Trouble.PAPER_OUT);
        pushIfChanged(before);
      }
    }
  }

  private boolean mayNotPrint() {
    return troubles.stream().anyMatch(STOPPING::contains);
  }

  private void changeTroubles(Runnable what) {
    locked(
        () -> {
          byte[] before = automaticBytes();
          what.run();
          pushIfChanged(before);
          work();
          change.signalAll();
          return null;
        });
  }

  private void pushIfChanged(byte[] before) {
    if (automaticStatus != 0 && !Arrays.equals(before, automaticBytes())) {
      answer(automaticBytes());
    }
  }

  private void answer(byte[] bytes) {
    if (connected != null) {
      answers.writeBytes(bytes);
      change.signalAll();
    }
  }

  private byte[] automaticBytes() {
    return StatusBytes.automatic(troubles, mayNotPrint());
  }

  private void answerRealTime(int n) {
    if (talk != Talk.NOTHING) {
      answer(StatusBytes.realTime(n, troubles, mayNotPrint()));
    }
  }

  private interface Step<T, X extends Exception> {
    T run() throws X;
  }

  private <T, X extends Exception> T locked(Step<T, X> step) throws X {
    lock.lock();
    try {
      return step.run();
    } finally {
      lock.unlock();
    }
  }

  /** The printer as its commands see it. */
  private final class Around implements CommandInterpreter.Host {
    @Override
    public void reply(byte[] bytes) {
      if (talk == Talk.ALL) {
        answer(bytes);
      }
    }

    @Override
    public int paperSensor() {
      return StatusBytes.paperSensor(troubles);
    }

    @Override
    public void automaticStatus(int mask) {
      automaticStatus = talk == Talk.ALL ? mask : 0;
      if (automaticStatus != 0) {
        answer(automaticBytes());
      }
    }

    @Override
    public void cutOff(PrintedPaper paper) {
      dotsOfPaper = dotsOfPaper == Long.MAX_VALUE ? dotsOfPaper : dotsOfPaper - paper.heightDots();
      if (!paper.isBlank()) {
        tickets.add(paper);
        if (tickets.size() > KEPT_TICKETS) {
          tickets.remove();
        }
        watchers.forEach(watcher -> watcher.accept(paper));
      }
    }

    @Override
    public void drawerKicked() {
      drawerKicks++;
    }
  }
}
