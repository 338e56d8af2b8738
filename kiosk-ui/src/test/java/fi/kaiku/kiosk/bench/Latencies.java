package fi.kaiku.kiosk.bench;

import java.util.Arrays;

/** Measured times in nanoseconds. */
final class Latencies {
  private final long[] sorted;

  Latencies(long[] nanos) {
    this.sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  /** Milliseconds below which the given share of the times lies. */
  double milliseconds(double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(index, 0, sorted.length - 1)] / 1e6;
  }

  double p50() {
    return milliseconds(0.50);
  }

  double p99() {
    return milliseconds(0.99);
  }

  int count() {
    return sorted.length;
  }
}
