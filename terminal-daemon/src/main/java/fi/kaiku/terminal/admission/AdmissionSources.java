package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.CardVault;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.registry.RegistryAge;
import fi.kaiku.terminal.store.JournalView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the admission desk asks others for; all of it may be used from any thread.
 *
 * @param hashes of a card, under each key that uses may have been recorded under
 * @param ids UUIDv7, for admissions, voids and print jobs
 * @param random for ticket numbers, which nobody may guess
 */
public record AdmissionSources(
    Supplier<ClockReading> clock,
    Function<CardId, List<CardHash>> hashes,
    Function<CardHash, CardLookup> registry,
    Function<Instant, RegistryAge> registryAge,
    CardVault vault,
    Supplier<UUID> ids,
    RandomGenerator random) {
  /**
   * R21: standing uses of the card for the event, first one first; an open-ended event counts by
   * the day.
   */
  List<PriorUse> uses(JournalView journal, CardId card, Event event, LocalDate day) {
    return hashes.apply(card).stream()
        .flatMap(
            hash ->
                (event.kind() == EventKind.OPEN
                        ? journal.cardHistory().uses(hash, event.id(), day)
                        : journal.cardHistory().uses(hash, event.id()))
                    .stream())
        .toList();
  }

  AdmissionId newAdmission() {
    return new AdmissionId(ids.get());
  }

  Instant now() {
    return clock.get().now();
  }
}
