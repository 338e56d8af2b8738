package fi.kaiku.terminal.receipt;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A call that is kept until it is heard; several unheard calls are one. */
final class WakeUp {
  private final Semaphore calls = new Semaphore(0);

  void call() {
    calls.release();
  }

  /** Returns at a call, at once when one is waiting, or after the limit. */
  void await(Duration limit) throws InterruptedException {
    boolean called = calls.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
    if (called) {
      calls.drainPermits();
    }
  }
}
