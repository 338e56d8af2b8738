package fi.kaiku.terminal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the daemon has opened so far, in order; closed in reverse. A part that fails to close is
 * logged and does not keep the others open. Any thread; a second close does nothing.
 */
final class OpenParts implements AutoCloseable {
  private static final Logger LOG = System.getLogger(OpenParts.class.getName());

  private record Part(String name, AutoCloseable closing) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Part> parts = new ArrayDeque<>();

  /** Takes a part in charge and gives it back. */
  <T extends AutoCloseable> T add(String name, T part) {
    lock.lock();
    try {
      parts.push(new Part(name, part));
      return part;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      while (!parts.isEmpty()) {
        close(parts.pop());
      }
    } finally {
      lock.unlock();
    }
  }

  private static void close(Part part) {
    try {
      part.closing().close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.log(Level.WARNING, part.name() + ": interrupted while closing");
    } catch (Exception e) {
      LOG.log(Level.WARNING, part.name() + ": could not be closed", e);
    }
  }
}
