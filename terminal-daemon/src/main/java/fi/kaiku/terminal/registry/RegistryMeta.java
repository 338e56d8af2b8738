package fi.kaiku.terminal.registry;

import java.time.Instant;

/**
 * What a registry file says of itself.
 *
 * @param usableUntil {@link #NEVER_ERASED} where it was imported under an untrusted clock
 */
record RegistryMeta(
    int keyNumber,
    String keyFingerprint,
    Instant fetchedAt,
    Instant usableUntil,
    long cards,
    RegistryOrigin origin) {
  static final Instant NEVER_ERASED = Instant.ofEpochMilli(Long.MAX_VALUE);
}
