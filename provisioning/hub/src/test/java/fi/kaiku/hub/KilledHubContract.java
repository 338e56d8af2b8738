package fi.kaiku.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    String code =
        admin("POST", "/v1/venues/" + venue + "/enrolment-codes", "").json().path("code").asText();
    assertThat(till.enrol(code).status()).isEqualTo(200);
    return till;
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
