package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.feed.EventFeed;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells every station's feed which rows of today's list changed, on one thread of its own, so that
 * the journal's writer never waits for a look-up. Changes that come while one is told are told
 * together; there are never more of them than uses today.
 */
final class TodayPublisher implements AutoCloseable {
  private static final Logger LOG = System.getLogger(TodayPublisher.class.getName());
  private static final String TODAY = "today";

  /** How long to wait after a journal that could not be read. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

  private final SharedFacts facts;
  private final List<EventFeed> feeds;
  private final Thread thread = Thread.ofPlatform().daemon().name("today").unstarted(this::run);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private final Set<AdmissionId> pending = new LinkedHashSet<>();
  private boolean closed;

  TodayPublisher(SharedFacts facts, List<EventFeed> feeds) {
    this.facts = facts;
    this.feeds = List.copyOf(feeds);
  }

  void start() {
    thread.start();
  }

  /** Any thread; returns at once. */
  void changed(Collection<AdmissionId> admissions) {
    lock.lock();
    try {
      pending.addAll(admissions);
      woken.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      woken.signal();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(CLOSE_PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      for (List<AdmissionId> changed = await(); !changed.isEmpty(); changed = await()) {
        tell(changed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What changed since the last call; empty when closed. */
  private List<AdmissionId> await() throws InterruptedException {
    lock.lock();
    try {
      while (pending.isEmpty() && !closed) {
        woken.await();
      }
      List<AdmissionId> changed = closed ? List.of() : List.copyOf(pending);
      pending.clear();
      return changed;
    } finally {
      lock.unlock();
    }
  }

  private void tell(List<AdmissionId> changed) throws InterruptedException {
    try {
      TodayView today = facts.today(list -> list.changed(changed));
      if (!today.rows().isEmpty()) {
        String json = JsonText.line(today);
        feeds.forEach(feed -> feed.publish(TODAY, json));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "today's changes could not be published; trying again", e);
      changed(changed);
      pause();
    }
  }

  private void pause() throws InterruptedException {
    lock.lock();
    try {
      long left = RETRY.toNanos();
      while (!closed && left > 0) {
        left = woken.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
