package fi.kaiku.terminal.api;

import fi.kaiku.terminal.registry.RegistryAge;
import java.time.Instant;

/** Schema {@code Status}, its {@code registry}. */
record RegistryView(String state, String fetchedAt) {
  static RegistryView of(RegistryAge age) {
    return switch (age) {
      case RegistryAge.Missing() -> new RegistryView("missing", null);
      case RegistryAge.Fresh(Instant at) -> new RegistryView("fresh", WireTime.of(at));
      case RegistryAge.Stale(Instant at) -> new RegistryView("stale", WireTime.of(at));
    };
  }
}
