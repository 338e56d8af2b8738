package fi.kaiku.terminal.registry;

import java.time.Duration;

/**
 * How long a registry is good for.
 *
 * @param maxAge older is only warned about, and makes unknown cards a clerk's decision (R5)
 * @param usableFor older is erased: a stolen terminal may never connect again
 */
public record RegistrySettings(Duration maxAge, Duration usableFor) {
  /** A terminal in a store room over the summer must still work when it comes out. */
  public static final Duration USABLE_FOR_MIN = Duration.ofDays(45);

  public static final RegistrySettings DEFAULT =
      new RegistrySettings(Duration.ofDays(14), Duration.ofDays(90));

  public RegistrySettings {
    if (maxAge.isNegative() || maxAge.isZero()) {
      throw new IllegalArgumentException("max-age: expected more than nothing");
    }
    if (usableFor.compareTo(USABLE_FOR_MIN) < 0 || usableFor.compareTo(maxAge) < 0) {
      throw new IllegalArgumentException("usable-for: expected at least 45d, and at least max-age");
    }
  }
}
