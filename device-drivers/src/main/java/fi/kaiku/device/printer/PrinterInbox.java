package fi.kaiku.device.printer;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where the owner thread waits for all that can happen: a job, a report, the end of the connection,
 * the end of the driver. Any thread puts in, only the owner takes out.
 */
final class PrinterInbox {

  /**
   * A job provokes a handful of reports. When a printer floods us, the newest are dropped: the
   * reader never waits, and a lost answer makes a job unknown, never confirmed.
   */
  static final int MOST_REPORTS = 256;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrival = lock.newCondition();
  private final ArrayDeque<PrintJob> jobs = new ArrayDeque<>();
  private final ArrayDeque<PrinterReport> reports = new ArrayDeque<>();
  private int connection;
  private IOException ended;
  private boolean closed;
  private boolean woken;

  /** What {@link #next} found. */
  sealed interface Arrival {
    record Job(PrintJob job) implements Arrival {}

    record Report(PrinterReport report) implements Arrival {}

    /** The time passed and nothing came. */
    record Nothing() implements Arrival {}
  }

  /** Forgets the reports of earlier connections; the number goes with the new one's. */
  int newConnection() {
    lock.lock();
    try {
      reports.clear();
      ended = null;
      return ++connection;
    } finally {
      lock.unlock();
    }
  }

  void report(int from, PrinterReport report) {
    lock.lock();
    try {
      if (from == connection && reports.size() < MOST_REPORTS) {
        reports.add(report);
        arrival.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  void connectionEnded(int which, IOException why) {
    lock.lock();
    try {
      if (which == connection) {
        ended = why;
        arrival.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** False when the driver is closed: the job will never be taken. */
  boolean submit(PrintJob job) {
    lock.lock();
    try {
      if (!closed) {
        jobs.add(job);
        arrival.signalAll();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      arrival.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the wait between two connections, or the next one if none is going on. */
  void wake() {
    lock.lock();
    try {
      woken = true;
      arrival.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether {@link #wake} was called since the last time. */
  boolean takeWake() {
    lock.lock();
    try {
      boolean was = woken;
      woken = false;
      return was;
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next report or job, reports first.
   *
   * @throws IOException when the connection has ended, or the driver is closed
   */
  Arrival next(Duration timeout) throws IOException {
    PrinterReport report = nextReport(timeout, Wake.ON_JOB);
    lock.lock();
    try {
      if (report != null) {
        return new Arrival.Report(report);
      }
      return jobs.isEmpty() ? new Arrival.Nothing() : new Arrival.Job(jobs.remove());
    } finally {
      lock.unlock();
    }
  }

  /** The next report, leaving jobs where they are; null when the time passed. */
  PrinterReport nextReport(Duration timeout) throws IOException {
    return nextReport(timeout, Wake.ON_REPORT);
  }

  private enum Wake {
    ON_REPORT,
    ON_JOB
  }

  private PrinterReport nextReport(Duration timeout, Wake wake) throws IOException {
    lock.lock();
    try {
      long left = timeout.toNanos();
      while (reports.isEmpty() && ended == null && !closed) {
        if (left <= 0 || (wake == Wake.ON_JOB && !jobs.isEmpty())) {
          return null;
        }
        left = arrival.awaitNanos(left);
      }
      if (closed) {
        throw new IOException("the printer's driver was closed");
      }
      if (reports.isEmpty()) {
        throw new IOException("connection lost: " + ended.getMessage(), ended);
      }
      return reports.remove();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("the printer's owner thread was interrupted", stop);
    } finally {
      lock.unlock();
    }
  }

  /** A job while there is no connection; null when the time passed, or a wake or the end came. */
  PrintJob nextJob(Duration timeout) throws InterruptedException {
    lock.lock();
    try {
      long left = timeout.toNanos();
      while (jobs.isEmpty() && !closed && !woken && left > 0) {
        left = arrival.awaitNanos(left);
      }
      return jobs.poll();
    } finally {
      lock.unlock();
    }
  }
}
