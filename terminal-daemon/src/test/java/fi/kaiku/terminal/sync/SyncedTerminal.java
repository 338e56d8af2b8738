package fi.kaiku.terminal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.card.CardHasher;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.KeyFolder;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.registry.CardRegistry;
import fi.kaiku.terminal.registry.RegistrySettings;
import fi.kaiku.terminal.store.Journal;
import fi.kaiku.terminal.store.SoldVisits;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A terminal's journal and its link to a hub, impatient. */
final class SyncedTerminal implements AutoCloseable {
  static final String CARD = "AB12CD34EF";

  /** Long enough for a hub in the same JVM on a busy machine. */
  static final Duration ANSWER = Duration.ofMillis(400);

  private static final Duration FIRST_BACKOFF = Duration.ofMillis(5);
  private static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(1);

  /** Of the hub's whole seconds the least that waits at all. */
  private static final Duration REGISTRY_POLL = Duration.ofSeconds(1);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String id;
  private final Journal journal;
  private final SoldVisits visits;
  private final CardHasher hasher;
  private final CardRegistry registry;
  private final HubLink link;

  /**
   * Opens it.
   *
   * @param off how wrong its clock is
   */
  SyncedTerminal(Path folder, URI hub, Duration off) throws IOException {
    id = idOf(folder);
    journal = Journal.open(folder, InstantSource.system());
    visits =
        new SoldVisits(journal, RealHub.VENUE, id, _ -> CARD.getBytes(StandardCharsets.US_ASCII));
    KeyFolder keys = KeyFolder.open(folder.resolve("keys"), new SecureRandom());
    hasher = new CardHasher(keys.nationalKey());
    keys.nationalKeys().forEach(hasher::learn);
    registry =
        CardRegistry.open(
            folder.resolve("registry.db"),
            hasher,
            RegistrySettings.DEFAULT,
            () -> new ClockReading.Trusted(Instant.now(), ClockReading.Source.NTP));
    link =
        HubLink.open(
            new HubSite(hub, id, "1.0.0", keys.hubKeyFile(), keys.enrolmentFile()),
            journal,
            new HubLink.RegistryParts(
                registry, hasher, keys, folder.resolve("registry-download.part")),
            new HubLink.Sources(
                () -> Instant.now().plus(off),
                UUID::randomUUID,
                (closed, _) -> new CardId(new String(closed, StandardCharsets.US_ASCII)),
                new Random(1)),
            new HubLink.Patience(ANSWER, FIRST_BACKOFF, HEARTBEAT_EVERY, REGISTRY_POLL));
    link.start();
  }

  /** The same one after a restart. */
  private static String idOf(Path folder) throws IOException {
    Path file = folder.resolve("terminal-id");
    if (Files.notExists(file)) {
      Files.writeString(file, UUID.randomUUID().toString());
    }
    return Files.readString(file);
  }

  String id() {
    return id;
  }

  CardRegistry registry() {
    return registry;
  }

  /** By the card's id, as it is hashed now. */
  CardLookup lookup(String card) {
    return registry.lookup(hasher.hash(new CardId(card)));
  }

  SoldVisits visits() {
    return visits;
  }

  HubLink link() {
    return link;
  }

  int unsent() {
    return journal.read(view -> view.outbox().unsent());
  }

  int deadLetters() {
    return journal.read(view -> view.outbox().deadLetters());
  }

  String reason() {
    return journal.read(view -> view.outbox().refused(1)).getFirst().reason();
  }

  void enrol(RealHub hub) throws InterruptedException {
    String code = hub.newCode(RealHub.VENUE);
    EnrolmentResult result = link.enrol(code);
    for (int i = 0; i < 100 && !(result instanceof EnrolmentResult.Enrolled); i++) {
      result = link.enrol(code);
    }
    assertThat(result).isInstanceOf(EnrolmentResult.Enrolled.class);
  }

  static void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain: " + what).isLessThan(end);
      LockSupport.parkNanos(2_000_000);
    }
  }

  @Override
  public void close() {
    link.close();
    registry.close();
    journal.close();
  }
}
