package fi.kaiku.device.bench;

import java.util.Arrays;
import java.util.Locale;

/** Measured times beside those of the bare parts. */
public final class Times {
  private final String name;
  private final long[] nanos;
  private final String floorName;
  private final long[] floorNanos;

  /**
   * Keeps them.
   *
   * @param nanos of what was measured
   * @param floorName what the bare parts are
   * @param floorNanos the same work by them, in the same run
   */
  public Times(String name, long[] nanos, String floorName, long[] floorNanos) {
    this.name = name;
    this.nanos = sorted(nanos);
    this.floorName = floorName;
    this.floorNanos = sorted(floorNanos);
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "%-46s p50 %8.3f ms  p99 %8.3f ms  (n=%d)%n"
            + "    floor: %-35s p50 %8.3f ms  p99 %8.3f ms  ratio %.2f%n",
        name,
        share(nanos, 0.5),
        share(nanos, 0.99),
        nanos.length,
        floorName,
        share(floorNanos, 0.5),
        share(floorNanos, 0.99),
        share(nanos, 0.5) / share(floorNanos, 0.5));
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"name\": \"%s\", \"unit\": \"ms\", \"p50\": %f, \"p99\": %f, \"count\": %d,"
            + " \"floor\": {\"name\": \"%s\", \"p50\": %f, \"p99\": %f}}",
        name,
        share(nanos, 0.5),
        share(nanos, 0.99),
        nanos.length,
        floorName,
        share(floorNanos, 0.5),
        share(floorNanos, 0.99));
  }

  /** Milliseconds below which this share of the times lies. */
  private static double share(long[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
  }

  private static long[] sorted(long[] nanos) {
    long[] copy = nanos.clone();
    Arrays.sort(copy);
    return copy;
  }
}
