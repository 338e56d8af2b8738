package fi.kaiku.device.virtual;

import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PartialWriteException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A port whose other end is held by the program: {@link #arrive} is what the device sends, {@link
 * #sent()} what it was sent, {@link #unplug()} what a cleaner's foot does. Any thread.
 */
public final class ScriptedPort implements BytePort {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private final Deque<byte[]> arrived = new ArrayDeque<>();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private String broken = "";

  /** Bytes from the device; each call is one chunk for {@link #read}. */
  public void arrive(byte... bytes) {
    lock.lock();
    try {
      if (bytes.length > 0) {
        arrived.add(bytes.clone());
        change.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The device is gone: what it sent before can still be read, then everything fails. */
  public void unplug() {
    breakOff("the device is gone");
  }

  /** All that was written so far. */
  public byte[] sent() {
    lock.lock();
    try {
      return sent.toByteArray();
    } finally {
      lock.unlock();
    }
  }

  /** Whether it was closed or unplugged. */
  public boolean isBroken() {
    lock.lock();
    try {
      return !broken.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws IOException {
    lock.lock();
    try {
      long left = timeout.toNanos();
      while (arrived.isEmpty()) {
        if (!broken.isEmpty()) {
          throw new IOException("read: " + broken);
        }
        if (left <= 0) {
          return 0;
        }
        left = change.awaitNanos(left);
      }
      return take(buffer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("read: interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  private int take(byte[] buffer) {
    byte[] chunk = arrived.remove();
    int count = Math.min(chunk.length, buffer.length);
    System.arraycopy(chunk, 0, buffer, 0, count);
    if (count < chunk.length) {
      arrived.addFirst(java.util.Arrays.copyOfRange(chunk, count, chunk.length));
    }
    return count;
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws IOException {
    lock.lock();
    try {
      if (!broken.isEmpty()) {
        throw new PartialWriteException("write: " + broken, 0, null);
      }
      sent.writeBytes(bytes);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    breakOff("closed");
  }

  private void breakOff(String why) {
    lock.lock();
    try {
      if (broken.isEmpty()) {
        broken = why;
        change.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }
}
