package fi.kaiku.terminal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.sync.FaultyProxy.Fault;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real terminals and hubs, and between them whatever can go wrong: in the end a terminal's registry
 * is the hub's, card by card.
 */
class RegistryFaultsTest {
  private static final int SEEDS = Boolean.getBoolean("kaiku.soak") ? 200 : 8;
  private static final int SEEDS_AT_ONCE = 4;
  private static final int UNIVERSE = 1_500;
  private static final int ROUNDS = 6;
  private static final int KILLS = Boolean.getBoolean("kaiku.soak") ? 60 : 6;

  /** About one call of three goes well while there are faults. */
  private static final int HEALTHY_OF = 3;

  private static final long LATE_MILLIS = SyncedTerminal.ANSWER.toMillis() + 100;

  @TempDir private Path folder;

  @Test
  void whateverGoesWrongOnTheWayTheRegistryIsTheHubsInTheEnd() throws Exception {
    long first = Long.getLong("kaiku.seed", System.nanoTime());
    System.out.printf("registry faults: %d seeds from %d%n", SEEDS, first);
    Map<Fault, Integer> counts = new ConcurrentHashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(SEEDS_AT_ONCE)) {
      List<Future<?>> running = new ArrayList<>();
      for (long seed = first; seed < first + SEEDS; seed++) {
        long one = seed;
        running.add(
            threads.submit(
                () -> {
                  follow(one, counts);
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    System.out.println("registry faults: " + new TreeMap<>(counts));
    assertThat(counts).containsKeys(Fault.values());
  }

  private void follow(long seed, Map<Fault, Integer> counts) throws Exception {
    Random random = new Random(seed);
    Path own = Files.createDirectories(folder.resolve("s" + seed));
    CardList cards = new CardList(UNIVERSE).shuffle(random, UNIVERSE);
    try (RealHub hub = new RealHub(own);
        FaultyProxy proxy = new FaultyProxy(hub.url(), LATE_MILLIS)) {
      hub.importCards(cards.csv());
      for (int round = 0; round < ROUNDS; round++) {
        try (SyncedTerminal terminal = new SyncedTerminal(own, proxy.url(), Duration.ZERO)) {
          if (round == 0) {
            terminal.enrol(hub);
          }
          proxy.behave(seed + round, HEALTHY_OF);
          for (int i = random.nextInt(4); i > 0; i--) {
            hub.importCards(cards.shuffle(random, 1 + random.nextInt(300)).csv());
          }
          proxy.behave(seed + round, random.nextBoolean() ? HEALTHY_OF : 1);
          if (random.nextBoolean()) {
            cards.awaitAt(terminal, "seed " + seed + ", round " + round);
          }
        }
        if (random.nextInt(3) == 0) {
          hub.clock().advance(Duration.ofDays(31));
        }
      }
      proxy.behave(seed, 1);
      try (SyncedTerminal terminal = new SyncedTerminal(own, proxy.url(), Duration.ZERO)) {
        cards.awaitAt(terminal, "seed " + seed + ", at last");
      }
      proxy.counts().forEach((fault, count) -> counts.merge(fault, count, Integer::sum));
    }
  }

  /** A registry is whole at any time: a kill leaves the one before, or the one after. */
  @Test
  void killedInTheMiddleTheLastGoodRegistryIsThereAndIsFollowedOn() throws Exception {
    long seed = Long.getLong("kaiku.seed", System.nanoTime());
    System.out.printf("registry kills: seed %d%n", seed);
    Random random = new Random(seed);
    CardList cards = new CardList(UNIVERSE).shuffle(random, UNIVERSE);
    Path own = Files.createDirectories(folder.resolve("killed"));
    try (RealHub hub = new RealHub(folder)) {
      hub.importCards(cards.csv());
      try (SyncedTerminal terminal = new SyncedTerminal(own, hub.url(), Duration.ZERO)) {
        terminal.enrol(hub);
      }
      for (int kill = 0; kill < KILLS; kill++) {
        if (random.nextInt(3) == 0) {
          hub.clock().advance(Duration.ofDays(31));
        }
        Process process = SyncedTerminalProcess.start(own, hub.url());
        BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII);
        assertThat(lines.readLine()).isEqualTo("following");
        for (int i = random.nextInt(4); i > 0; i--) {
          hub.importCards(cards.shuffle(random, 200).csv());
        }
        // The only way to be somewhere in the middle is to let some of it happen.
        process.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
      }
      try (SyncedTerminal terminal = new SyncedTerminal(own, hub.url(), Duration.ZERO)) {
        cards.awaitAt(terminal, "seed " + seed);
      }
    }
  }
}
