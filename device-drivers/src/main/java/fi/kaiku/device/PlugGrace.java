package fi.kaiku.device;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells a refusal that lasts from one that ends by itself a moment after the plug: the kernel first
 * has to ask a device what it is, and makes its file for root, which udevd then hands to a group.
 * Belongs to the device's owner thread.
 */
public final class PlugGrace {
  /** It is some tens of milliseconds, a second or two while the machine starts. */
  static final Duration LONGEST = Duration.ofSeconds(3);

  private final LongSupplier nanoTime;
  private boolean refused;
  private long since;

  /**
   * @param nanoTime a clock that never jumps
   */
  public PlugGrace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Refused for want of rights once more: whether that has gone on for so long that it will stay.
   */
  public boolean lasts() {
    long now = nanoTime.getAsLong();
    if (!refused) {
      refused = true;
      since = now;
    }
    return now - since >= LONGEST.toNanos();
  }

  /** The device was opened, or refused for another reason. */
  public void reset() {
    refused = false;
  }
}
