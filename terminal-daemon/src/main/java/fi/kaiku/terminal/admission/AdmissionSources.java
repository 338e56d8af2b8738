package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardVault;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.registry.RegistryAge;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the admission desk asks others for; all of it may be used from any thread.
 *
 * @param ids UUIDv7, for admissions, voids and print jobs
 * @param random for ticket numbers, which nobody may guess
 */
public record AdmissionSources(
    Supplier<ClockReading> clock,
    Function<CardHash, CardLookup> registry,
    Function<Instant, RegistryAge> registryAge,
    CardVault vault,
    Supplier<UUID> ids,
    RandomGenerator random) {
  AdmissionId newAdmission() {
    return new AdmissionId(ids.get());
  }

  Instant now() {
    return clock.get().now();
  }
}
