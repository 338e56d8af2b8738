package fi.kaiku.terminal.registry;

import java.time.Instant;

/** How old the registry cache is, judged against {@code registry.max-age} (R5). */
public sealed interface RegistryAge {
  /** There is no usable registry on this terminal. */
  record Missing() implements RegistryAge {}

  /** Fetched within max-age. */
  record Fresh(Instant fetchedAt) implements RegistryAge {}

  /** Older than max-age: still used, with a warning; unknown cards may be issued unverified. */
  record Stale(Instant fetchedAt) implements RegistryAge {}
}
