package fi.kaiku.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hub that is killed (kill -9) again and again while tills send, each repeating a batch until it
 * is answered: what was acknowledged is there, and everything is there once.
 */
abstract class KilledHubContract {
  private static final int KILLS = Integer.getInteger("kaiku.hub-kills", 3);
  private static final int TILLS = 4;
  private static final int BATCH = 25;
  private static final int CARDS = 5_000;

  @TempDir private Path folder;
  private final AtomicReference<HubProcess> hub = new AtomicReference<>();
  private final AtomicInteger answered = new AtomicInteger();

  abstract String database();

  @Test
  void noAcknowledgedUseIsLostAndNoneIsThereTwice() throws Exception {
    long seed = Long.getLong("kaiku.seed", System.nanoTime());
    System.out.println("killed hub: seed " + seed + ", kills " + KILLS);
    Random random = new Random(seed);
    String url = database();
    hub.set(HubProcess.start(folder, url));
    List<Till> tills = prepare();
    Till reader = enrolled("museo");
    Set<String> sent = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      AtomicInteger killsLeft = new AtomicInteger(KILLS);
      for (Till till : tills) {
        running.add(
            threads.submit(
                () -> {
                  while (killsLeft.get() > 0) {
                    List<ObjectNode> batch = batch(till);
                    sendUntilAnswered(till, batch);
                    synchronized (sent) {
                      batch.forEach(use -> sent.add(use.path("id").asText()));
                    }
                  }
                }));
      }
      for (int kill = 0; kill < KILLS; kill++) {
        int goOnAt = answered.get() + TILLS + random.nextInt(20);
        while (answered.get() < goOnAt) {
          LockSupport.parkNanos(1_000_000L * (1 + random.nextInt(5)));
        }
        hub.get().close();
        hub.set(HubProcess.start(folder, url));
        killsLeft.decrementAndGet();
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    assertThat(readAll(reader)).containsExactlyInAnyOrderElementsOf(sent);
    hub.get().close();
  }

  @Test
  void aHubThatIsKilledInAnImportHasTheListBeforeOrTheListAfter() throws Exception {
    long seed = Long.getLong("kaiku.seed", System.nanoTime());
    System.out.println("killed import: seed " + seed + ", kills " + KILLS);
    Random random = new Random(seed);
    String url = database();
    hub.set(HubProcess.start(folder, url));
    admin("PUT", "/v1/venues/museo", "{\"name\":\"Museo\"}");
    Till till = new Till("museo", InstantSource.system()).at(hub.get().port());
    DownloadedSnapshot registry = new DownloadedSnapshot(till, till.enrol(code("museo")).json());
    List<String> lists = List.of(list(2), list(3));
    Set<String> checksums = Set.of(checksum(registry, 2), checksum(registry, 3));
    admin("POST", "/v1/cards/import", lists.getFirst());
    for (int kill = 0; kill < KILLS; kill++) {
      String list = lists.get((kill + 1) % 2);
      Thread importing = Thread.ofVirtual().start(() -> importUnlessKilled(list));
      LockSupport.parkNanos(1_000_000L * random.nextInt(1_500));
      hub.get().close();
      importing.join();
      hub.set(HubProcess.start(folder, url));
      assertThat(checksumAtTheEnd(till)).isIn(checksums);
    }
    admin("POST", "/v1/cards/import", lists.getLast());
    assertThat(checksumAtTheEnd(till)).isEqualTo(checksum(registry, 3));
    hub.get().close();
  }

  private static String list(int children) {
    StringBuilder csv = new StringBuilder("card_id,kind,issued_on,valid_until,state,children\n");
    for (int i = 0; i < CARDS; i++) {
      csv.append("A%09d,personal,2026-01-01,2026-12-31,active,%d\n".formatted(i, children));
    }
    return csv.toString();
  }

  private static String checksum(DownloadedSnapshot registry, int children) throws Exception {
    Map<String, String> rows = new HashMap<>();
    for (int i = 0; i < CARDS; i++) {
      rows.put(registry.hash("A%09d".formatted(i)), "0 20454 20818 0 " + children);
    }
    return DownloadedSnapshot.checksum(rows);
  }

  private void importUnlessKilled(String list) {
    try {
      admin("POST", "/v1/cards/import", list);
    } catch (UncheckedIOException e) {
      // The hub was killed meanwhile, as it was meant to be.
      assertThat(e).hasCauseInstanceOf(IOException.class);
    }
  }

  /** The first import is told by no log: whoever has it goes on from its last position. */
  private String checksumAtTheEnd(Till till) {
    long next = CARDS;
    while (true) {
      JsonNode page =
          till.at(hub.get().port()).get("/v1/registry/changes?wait=0&after=" + next).json();
      if (page.path("next").asLong() == next) {
        return page.path("check").path("checksum").asText();
      }
      next = page.path("next").asLong();
    }
  }

  private List<Till> prepare() {
    admin("PUT", "/v1/venues/kulttuuritalo", "{\"name\":\"Kulttuuritalo\"}");
    admin("PUT", "/v1/venues/museo", "{\"name\":\"Museo\"}");
    admin(
        "PUT",
        "/v1/events/concert",
        "{\"organiser\":\"kulttuuritalo\",\"title\":\"Konsertti\",\"startsAt\":\"2026-01-01T10:00:00Z\",\"endsAt\":\"9000-01-01T10:00:00Z\",\"sellers\":[\"museo\"]}");
    return IntStream.range(0, TILLS).mapToObj(_ -> enrolled("kulttuuritalo")).toList();
  }

  private Till enrolled(String venue) {
    Till till = new Till(venue, InstantSource.system()).at(hub.get().port());
    assertThat(till.enrol(code(venue)).status()).isEqualTo(200);
    return till;
  }

  private String code(String venue) {
    return admin("POST", "/v1/venues/" + venue + "/enrolment-codes", "")
        .json()
        .path("code")
        .asText();
  }

  private Till.Reply admin(String method, String path, String body) {
    Till.Reply reply =
        Till.exchange(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.get().adminPort() + path))
                .method(method, BodyPublishers.ofString(body))
                .build());
    assertThat(reply.status()).isBetween(200, 204);
    return reply;
  }

  private static List<ObjectNode> batch(Till till) {
    return IntStream.range(0, BATCH)
        .mapToObj(_ -> till.use(UUID.randomUUID(), "AB12CD34EF", "concert"))
        .toList();
  }

  private void sendUntilAnswered(Till till, List<ObjectNode> batch) {
    while (true) {
      try {
        Till.Reply reply = till.at(hub.get().port()).send(batch);
        if (reply.status() == 200) {
          reply
              .json()
              .path("results")
              .forEach(
                  result ->
                      assertThat(result.path("result").asText()).isIn("recorded", "already-known"));
          answered.incrementAndGet();
          return;
        }
      } catch (UncheckedIOException e) {
        LockSupport.parkNanos(20_000_000L);
      }
    }
  }

  private List<String> readAll(Till reader) {
    List<String> heard = new ArrayList<>();
    long next = 0;
    while (true) {
      JsonNode page = reader.at(hub.get().port()).get("/v1/uses?wait=0&after=" + next).json();
      if (page.path("uses").isEmpty()) {
        return heard;
      }
      page.path("uses").forEach(use -> heard.add(use.path("admission").asText()));
      next = page.path("next").asLong();
    }
  }
}
