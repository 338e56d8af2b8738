package fi.kaiku.kiosk;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Closes an event stream that has gone silent: Unix sockets have no read time-out, and a hung
 * daemon must look the same as a dead one. One thread, {@code feed-watch}.
 */
final class StallWatch implements AutoCloseable {
  /** The daemon says {@code alive} each 5 s; one may be lost and the next late. */
  static final Duration SILENCE_MAX = Duration.ofSeconds(11);

  /** How many times within that time it is looked at. */
  private static final int LOOKS = 8;

  /** After so much silence the stream is closed for certain. */
  static final Duration NOTICED_WITHIN = SILENCE_MAX.plus(SILENCE_MAX.dividedBy(LOOKS));

  private final Duration silenceMax;
  private final LongSupplier nanoTime;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("feed-watch").factory());

  /**
   * @param nanoTime a monotonic clock, nanoseconds
   */
  StallWatch(Duration silenceMax, LongSupplier nanoTime) {
    this.silenceMax = silenceMax;
    this.nanoTime = nanoTime;
  }

  /**
   * @param onSilence called on the watch's thread, more than once if it changes nothing
   */
  Watched watch(Runnable onSilence) {
    return new Watched(onSilence);
  }

  final class Watched implements AutoCloseable {
    private final Runnable onSilence;
    private final ScheduledFuture<?> look;
    private volatile long heardAt = nanoTime.getAsLong();

    private Watched(Runnable onSilence) {
      this.onSilence = onSilence;
      long every = silenceMax.dividedBy(LOOKS).toMillis();
      this.look = timer.scheduleAtFixedRate(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    void heard() {
      heardAt = nanoTime.getAsLong();
    }

    private void look() {
      if (nanoTime.getAsLong() - heardAt > silenceMax.toNanos()) {
        onSilence.run();
      }
    }

    @Override
    public void close() {
      look.cancel(false);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
