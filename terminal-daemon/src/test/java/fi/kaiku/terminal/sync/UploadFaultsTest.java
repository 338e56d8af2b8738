package fi.kaiku.terminal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.sync.FaultyProxy.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real terminal's outbox, a real hub, and between them whatever can go wrong: everything is
 * delivered in the end, exactly once.
 */
class UploadFaultsTest {
  private static final int SEEDS = Boolean.getBoolean("kaiku.soak") ? 1_000 : 50;

  /** They mostly wait. */
  private static final int SEEDS_AT_ONCE = 4;

  /** About one call of two goes well while there are faults. */
  private static final int HEALTHY_OF = 2;

  private static final long LATE_MILLIS = SyncedTerminal.ANSWER.toMillis() + 100;

  private static final Duration TEN_YEARS = Duration.ofDays(3_652);

  @TempDir private Path folder;
  private RealHub hub;
  private FaultyProxy proxy;

  @BeforeEach
  void start() throws Exception {
    hub = new RealHub(folder);
    proxy = new FaultyProxy(hub.url(), LATE_MILLIS);
  }

  @AfterEach
  void close() {
    proxy.close();
    hub.close();
  }

  private SyncedTerminal terminal() throws Exception {
    return terminal("t", proxy, Duration.ZERO);
  }

  private SyncedTerminal terminal(String name, FaultyProxy way, Duration off) throws Exception {
    return new SyncedTerminal(Files.createDirectories(folder.resolve(name)), way.url(), off);
  }

  private Set<String> atTheHub(SyncedTerminal terminal) throws InterruptedException {
    List<JsonNode> uses = hub.usesOf(terminal.id());
    Set<String> ids =
        uses.stream().map(use -> use.path("admission").asText()).collect(Collectors.toSet());
    assertThat(ids).as("each once").hasSameSizeAs(uses);
    return ids;
  }

  @Test
  void whateverGoesWrongOnTheWayEverythingIsDeliveredOnce() throws Exception {
    long first = Long.getLong("kaiku.seed", System.nanoTime());
    System.out.printf("upload faults: %d seeds from %d%n", SEEDS, first);
    Map<Fault, Integer> counts = new ConcurrentHashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(SEEDS_AT_ONCE)) {
      List<Future<?>> running = new ArrayList<>();
      for (long seed = first; seed < first + SEEDS; seed++) {
        long one = seed;
        running.add(threads.submit(() -> deliverThroughFaults(one, counts)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    System.out.println("upload faults: " + new TreeMap<>(counts));
    assertThat(counts).containsKeys(Fault.values());
    assertThat(hub.conflicts()).isZero();
  }

  private Void deliverThroughFaults(long seed, Map<Fault, Integer> counts) throws Exception {
    try (FaultyProxy faulty = new FaultyProxy(hub.url(), LATE_MILLIS)) {
      deliver(seed, faulty);
      faulty.counts().forEach((fault, count) -> counts.merge(fault, count, Integer::sum));
    }
    return null;
  }

  private void deliver(long seed, FaultyProxy faulty) throws Exception {
    Random random = new Random(seed);
    Duration off = TEN_YEARS.multipliedBy(random.nextInt(3) - 1L);
    try (SyncedTerminal terminal = terminal("t" + seed, faulty, off)) {
      faulty.behave(seed, HEALTHY_OF);
      terminal.enrol(hub);
      List<AdmissionId> sold = new ArrayList<>();
      Set<AdmissionId> dropped = new HashSet<>();
      for (int wave = 0; wave < 3; wave++) {
        for (int use = 0; use < 5; use++) {
          sold.add(terminal.visits().sell(RealHub.CONCERT));
        }
        AdmissionId taken = sold.get(sold.size() - 1 - random.nextInt(4));
        if (!terminal.visits().takeBack(taken)) {
          dropped.add(taken);
        }
        SyncedTerminal.await("half of a wave", () -> terminal.unsent() <= 3);
      }
      faulty.behave(seed, 1);
      SyncedTerminal.await("seed " + seed + ": all sent", () -> terminal.unsent() == 0);
      assertThat(terminal.deadLetters()).as("seed %d", seed).isZero();
      assertThat(atTheHub(terminal))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(
              sold.stream()
                  .filter(id -> !dropped.contains(id))
                  .map(AdmissionId::toString)
                  .toList());
    }
  }

  /** A well-known check-in system stops for ever behind one bad row. */
  @Test
  void oneEntryThatTheHubRefusesHoldsUpNone() throws Exception {
    try (SyncedTerminal terminal = terminal()) {
      terminal.visits().sell("opera");
      AdmissionId good = terminal.visits().sell(RealHub.CONCERT);
      terminal.enrol(hub);
      SyncedTerminal.await("the good one", () -> terminal.unsent() == 0);
      assertThat(atTheHub(terminal)).containsExactly(good.toString());
      assertThat(terminal.deadLetters()).isEqualTo(1);
      assertThat(terminal.reason()).startsWith("unknown-event");

      hub.putEvent("opera");
      assertThat(terminal.link().sendAgain()).isEqualTo(1);
      SyncedTerminal.await("the opera", () -> terminal.unsent() == 0);
      assertThat(terminal.deadLetters()).isZero();
      assertThat(atTheHub(terminal)).hasSize(2);
    }
  }

  /** Something on the way takes offence at one entry: 403 and a page for each batch that has it. */
  @Test
  void oneEntryThatAProxyDoesNotLetThroughHoldsUpNone() throws Exception {
    try (SyncedTerminal terminal = terminal()) {
      AdmissionId offending = terminal.visits().sell(RealHub.CONCERT);
      proxy.block(offending.toString());
      for (int i = 0; i < 40; i++) {
        terminal.visits().sell(RealHub.CONCERT);
      }
      terminal.enrol(hub);
      SyncedTerminal.await("all but one", () -> terminal.unsent() == 1);
      terminal.visits().sell(RealHub.CONCERT);
      SyncedTerminal.await("the newest", () -> terminal.unsent() == 1);
      assertThat(atTheHub(terminal)).hasSize(41).doesNotContain(offending.toString());

      proxy.block("");
      SyncedTerminal.await("the last one", () -> terminal.unsent() == 0);
      assertThat(atTheHub(terminal)).contains(offending.toString());
    }
  }

  /** A well-known check-in system forgets idempotency keys after a day. */
  @Test
  void aUseThatIsSentAgainMuchLaterIsStillTheSame() throws Exception {
    try (SyncedTerminal terminal = terminal()) {
      terminal.enrol(hub);
      AdmissionId use = terminal.visits().sell(RealHub.CONCERT);
      SyncedTerminal.await("sent", () -> terminal.unsent() == 0);
      hub.clock().advance(Duration.ofDays(400));
      // As out of a journal that was restored from a backup.
      terminal.visits().queueAgain(use);
      SyncedTerminal.await("sent again", () -> terminal.unsent() == 0);
      assertThat(terminal.deadLetters()).isZero();
      assertThat(atTheHub(terminal)).containsExactly(use.toString());
    }
  }

  @Test
  void aRevocationIsHeardWhileTheUploadIsStuckAndTheUsesStay() throws Exception {
    try (SyncedTerminal terminal = terminal()) {
      terminal.enrol(hub);
      SyncedTerminal.await("connected", () -> terminal.link().state() == HubState.CONNECTED);
      CountDownLatch heard = new CountDownLatch(1);
      terminal
          .link()
          .onChange(
              () -> {
                if (terminal.link().state() == HubState.REVOKED) {
                  heard.countDown();
                }
              });
      proxy.block("\"entries\"");
      terminal.visits().sell(RealHub.CONCERT);
      hub.revoke(terminal.id());
      assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(terminal.unsent()).isEqualTo(1);
    }
  }

  @Test
  void theHubHearsHowTheTerminalIs() throws Exception {
    try (SyncedTerminal terminal = terminal()) {
      terminal.visits().sell("opera");
      terminal.enrol(hub);
      SyncedTerminal.await("refused", () -> terminal.deadLetters() == 1);
      SyncedTerminal.await(
          "a heartbeat", () -> hub.terminal(terminal.id()).path("heartbeat").has("version"));
    }
  }
}
