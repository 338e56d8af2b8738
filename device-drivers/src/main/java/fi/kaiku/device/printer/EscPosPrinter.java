package fi.kaiku.device.printer;

import fi.kaiku.device.Backoff;
import fi.kaiku.device.DeviceHealth.Troubled;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.PlugGrace;
import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.printer.PrintOutcome.NotStarted;
import fi.kaiku.device.printer.PrintOutcome.Refused;
import fi.kaiku.device.printer.PrinterStatus.NotKnown;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * An ESC/POS printer behind any {@link BytePort}. One owner thread connects, re-connects with
 * back-off and prints; a reader thread per connection frames what the printer says. While there is
 * no connection, jobs are answered at once with the reason. A bug in the driver costs this printer
 * its connection, never another device.
 */
public final class EscPosPrinter implements ReceiptPrinter {
  private static final Logger LOG = System.getLogger(EscPosPrinter.class.getName());

  /** How long closing waits for the owner to let go; the seam allows two seconds. */
  private static final Duration CLOSE_LIMIT = Duration.ofMillis(1500);

  /** A connection that stood for so long was a good one: the next waits start small again. */
  private static final Duration LASTING = Duration.ofSeconds(5);

  private final DeviceName name;
  private final PortOpener opener;
  private final PrinterParts parts;
  private final PlugGrace plugged = new PlugGrace(System::nanoTime);
  private final Semaphore turn = new Semaphore(1, true);
  private final Thread owner;
  private volatile BytePort current;

  public EscPosPrinter(
      DeviceName name, PortOpener opener, PrinterProfile profile, InstantSource time) {
    this(name, opener, profile, time, PrinterTiming.standard());
  }

  EscPosPrinter(
      DeviceName name,
      PortOpener opener,
      PrinterProfile profile,
      InstantSource time,
      PrinterTiming timing) {
    this.name = name;
    this.opener = opener;
    this.parts =
        new PrinterParts(
            profile,
            timing,
            new PrinterInbox(),
            new PublishedState(name, time),
            new Leftover(),
            new JobIds(time.millis()));
    this.owner = Thread.ofPlatform().name("printer-" + name).daemon().unstarted(this::run);
  }

  @Override
  public DeviceName name() {
    return name;
  }

  @Override
  public void start(Consumer<PrinterState> changes) {
    parts.published().tell(changes);
    owner.start();
  }

  @Override
  public PrinterState state() {
    return parts.published().get();
  }

  @Override
  public String model() {
    return parts.published().model();
  }

  @Override
  public void retryNow() {
    parts.inbox().wake();
  }

  @Override
  public PrintOutcome print(Receipt receipt) throws InterruptedException {
    PrintJob job;
    try {
      job = new PrintJob(EscPosEncoder.encode(receipt, parts.profile()));
    } catch (UnprintableException never) {
      return new Refused(never.getMessage());
    }
    turn.acquire();
    try {
      return parts.inbox().submit(job) ? job.await() : new NotStarted(HealthCode.PRINTER_OFFLINE);
    } finally {
      // A caller that gives up takes its job back, unless the owner has begun it.
      job.take();
      turn.release();
    }
  }

  private void run() {
    Backoff backoff = new Backoff(RandomGenerator.getDefault());
    try {
      while (!parts.inbox().isClosed()) {
        long start = System.nanoTime();
        HealthCode code = runConnection();
        if (System.nanoTime() - start > LASTING.toNanos()) {
          backoff.reset();
        }
        if (answerJobs(code, backoff.next()) == Wait.CUT_SHORT) {
          backoff.reset();
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      parts.inbox().close();
      refuseWaiting();
    }
  }

  /** One connection from opening to its end; says why it ended. */
  private HealthCode runConnection() {
    try (BytePort port = opener.open()) {
      current = port;
      plugged.reset();
      PrinterLink link = connect(port);
      new PrinterSession(parts, link).run();
      throw new IllegalStateException("a session ends by an exception only");
    } catch (IOException end) {
      HealthCode code = PrinterTrouble.codeOf(end);
      return isPassing(end) ? code : troubled(code, end.getMessage());
    } catch (RuntimeException bug) {
      if (!isKnownFaulty()) {
        LOG.log(Level.ERROR, "printer " + name + ": the driver failed", bug);
      }
      return troubled(HealthCode.PRINTER_FAULTY, bug.toString());
    } finally {
      current = null;
      parts.published().model("");
    }
  }

  /** Jobs are refused with it all the same: for now it is so. */
  private boolean isPassing(IOException end) {
    if (end instanceof PortUnavailableException unavailable && unavailable.mayPass()) {
      return !plugged.lasts();
    }
    plugged.reset();
    return false;
  }

  private PrinterLink connect(BytePort port) {
    int connection = parts.inbox().newConnection();
    PrinterReader.start("printer-" + name + "-reader", port, parts.inbox(), connection);
    return new PrinterLink(port, parts.inbox(), parts.timing());
  }

  private boolean isKnownFaulty() {
    return state().health() instanceof Troubled known && known.code() == HealthCode.PRINTER_FAULTY;
  }

  /** The end of a driver that is closed is no trouble. */
  private HealthCode troubled(HealthCode code, String detail) {
    if (!parts.inbox().isClosed()) {
      parts.published().troubled(code, String.valueOf(detail), new NotKnown());
    }
    return code;
  }

  /** Between two attempts to connect: whoever wants to print is told why not, at once. */
  private Wait answerJobs(HealthCode code, Duration wait) throws InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    long left = wait.toNanos();
    while (left > 0 && !parts.inbox().isClosed()) {
      PrintJob job = parts.inbox().nextJob(Duration.ofNanos(left));
      if (job != null && job.take()) {
        job.end(new NotStarted(code));
      }
      if (parts.inbox().takeWake()) {
        return Wait.CUT_SHORT;
      }
      left = deadline - System.nanoTime();
    }
    return Wait.OVER;
  }

  private enum Wait {
    OVER,
    /** Something was plugged in. */
    CUT_SHORT
  }

  private void refuseWaiting() {
    try {
      PrintJob job;
      while ((job = parts.inbox().nextJob(Duration.ZERO)) != null) {
        job.end(new NotStarted(HealthCode.PRINTER_OFFLINE));
      }
    } catch (InterruptedException impossibleWithoutWaiting) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    parts.inbox().close();
    BytePort port = current;
    if (port != null) {
      port.close();
    }
    try {
      owner.join(CLOSE_LIMIT);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
