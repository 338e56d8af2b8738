package fi.kaiku.device.virtual;

import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PartialWriteException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The connection to a virtual printer inside this program. */
final class VirtualPrinterPort implements BytePort {
  private final VirtualPrinter printer;
  private final ReentrantLock lock;
  private final Condition change;
  private byte[] unread = {};
  private boolean closed;

  VirtualPrinterPort(VirtualPrinter printer, ReentrantLock lock, Condition change) {
    this.printer = printer;
    this.lock = lock;
    this.change = change;
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws IOException {
    lock.lock();
    try {
      long left = timeout.toNanos();
      while (unread.length == 0) {
        refuseIfGone();
        unread = printer.takeAnswers();
        if (unread.length == 0 && left <= 0) {
          return 0;
        }
        if (unread.length == 0) {
          left = change.awaitNanos(left);
        }
      }
      return takeUnread(buffer);
    } catch (InterruptedException stop) {
      throw interrupted();
    } finally {
      lock.unlock();
    }
  }

  private int takeUnread(byte[] buffer) {
    int count = Math.min(unread.length, buffer.length);
    System.arraycopy(unread, 0, buffer, 0, count);
    unread = Arrays.copyOfRange(unread, count, unread.length);
    return count;
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws IOException {
    int taken = 0;
    lock.lock();
    try {
      long left = timeout.toNanos();
      while (taken < bytes.length) {
        refuseIfGone(taken);
        int more = printer.take(bytes, taken);
        taken += more;
        if (more == 0 && left <= 0) {
          throw PartialWriteException.tooSlow("the virtual printer is full", taken);
        }
        if (more == 0 && isConnected()) {
          left = change.awaitNanos(left);
        }
      }
    } catch (InterruptedException stop) {
      throw new PartialWriteException("the write was interrupted", taken, interrupted());
    } finally {
      lock.unlock();
    }
  }

  private boolean isConnected() {
    return !closed && printer.isConnectedTo(this);
  }

  private void refuseIfGone(int taken) throws PartialWriteException {
    if (!isConnected()) {
      throw new PartialWriteException(
          "the virtual printer is gone after " + taken + " bytes", taken, null);
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while waiting for the virtual printer");
  }

  private void refuseIfGone() throws IOException {
    if (!isConnected()) {
      throw new IOException("the connection to the virtual printer ended");
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      printer.disconnect(this);
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
