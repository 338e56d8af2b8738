package fi.kaiku.terminal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.kaiku.hub.Hub;
import fi.kaiku.hub.HubSettings;
import fi.kaiku.hub.api.HubServer;
import fi.kaiku.terminal.registry.HubSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** A hub of the other module, running in this JVM, and a terminal of another venue that listens. */
final class RealHub implements AutoCloseable {
  static final String VENUE = "house";
  static final String LISTENER = "museum";
  static final String CONCERT = "concert";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final MovableClock clock = new MovableClock();
  private final Hub hub;
  private final HubClient listener;
  private final HubKey key;

  RealHub(Path folder) throws Exception {
    hub =
        Hub.start(
            new HubSettings(folder.resolve("hub"), "", new HubServer.Ports("127.0.0.1", 0, 0)),
            clock);
    put("/v1/venues/" + VENUE, "{\"name\":\"House\"}");
    put("/v1/venues/" + LISTENER, "{\"name\":\"Museum\"}");
    putEvent(CONCERT);
    HubSite site =
        new HubSite(
            url(), UUID.randomUUID().toString(), "1", folder.resolve("k"), folder.resolve("e"));
    TerminalKey own = TerminalKey.readOrMake(site.key());
    listener =
        new HubClient(
            site,
            own,
            new HubLink.Sources(
                clock::instant, UUID::randomUUID, (_, _) -> null, RandomGenerator.getDefault()),
            HubClient.ANSWER_WITHIN);
    HubCall enrol =
        HubCall.post(
            "/v1/enrolments",
            JSON.createObjectNode()
                .put("code", newCode(LISTENER))
                .put("terminal", site.terminal())
                .put("publicKey", own.publicKey()));
    HubAnswer.Done known = (HubAnswer.Done) listener.askUnknown(enrol);
    key = new HubKey(known.body().path("hubKey").asText());
  }

  MovableClock clock() {
    return clock;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + hub.port());
  }

  void putEvent(String id) {
    put(
        "/v1/events/" + id,
        "{\"organiser\":\"house\",\"title\":\"T\",\"startsAt\":\"2026-01-01T10:00:00Z\","
            + "\"endsAt\":\"9000-01-01T10:00:00Z\",\"sellers\":[\"museum\"]}");
  }

  String newCode(String venue) {
    return json(admin("POST", "/v1/venues/" + venue + "/enrolment-codes", "").body())
        .path("code")
        .asText();
  }

  /** The programme's list becomes the registry; it is a good one. */
  void importCards(String csv) {
    String said = admin("POST", "/v1/cards/import?force=true", csv).body();
    assertThat(said).contains("\"state\":\"done\"");
  }

  HubKey key() {
    return key;
  }

  /** As soon as there is one. */
  SnapshotToken newestSnapshot() throws InterruptedException {
    awaitSnapshot();
    return SnapshotToken.of(askForSnapshot(), key).orElseThrow();
  }

  /** Waits for the first one. */
  void awaitSnapshot() throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (askForSnapshot().isEmpty()) {
      assertThat(System.nanoTime()).as("a snapshot").isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private String askForSnapshot() throws InterruptedException {
    HubCall call = HubCall.get("/v1/registry/snapshot", Duration.ZERO);
    return listener.ask(call, key) instanceof HubAnswer.Done(JsonNode body)
        ? body.path("token").asText()
        : "";
  }

  byte[] bytesOf(HubSnapshot snapshot) throws InterruptedException {
    String path = "/v1/registry/snapshot/" + snapshot.digest();
    return ((Piece.Bytes) listener.fetch(path, 0, Math.toIntExact(snapshot.bytes()))).bytes();
  }

  /** Waits until whoever stands there is told to fetch a snapshot. */
  void awaitCompacted(long position) throws InterruptedException {
    HubCall call = HubCall.get("/v1/registry/changes?wait=0&after=" + position, Duration.ZERO);
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!listener.ask(call, key).equals(new HubAnswer.Refused("must-refetch"))) {
      assertThat(System.nanoTime()).as("compacted").isLessThan(end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  void revoke(String terminal) {
    assertThat(admin("POST", "/v1/terminals/" + terminal + "/revocation", "").statusCode())
        .isEqualTo(204);
  }

  JsonNode terminal(String id) {
    for (JsonNode seen : json(admin("GET", "/v1/terminals", "").body()).path("terminals")) {
      if (seen.path("id").asText().equals(id)) {
        return seen;
      }
    }
    throw new AssertionError("no terminal " + id);
  }

  int conflicts() {
    return json(admin("GET", "/v1/conflicts", "").body()).path("conflicts").size();
  }

  /** All uses of the concert that this terminal recorded, as another till hears of them. */
  List<JsonNode> usesOf(String terminal) throws InterruptedException {
    List<JsonNode> uses = new ArrayList<>();
    long next = 0;
    while (true) {
      HubCall call = HubCall.get("/v1/uses?wait=0&after=" + next, Duration.ZERO);
      JsonNode page = ((HubAnswer.Done) listener.ask(call, key)).body();
      if (page.path("uses").isEmpty()) {
        return uses;
      }
      for (JsonNode use : page.path("uses")) {
        if (use.path("terminal").asText().equals(terminal)) {
          uses.add(use);
        }
      }
      next = page.path("next").asLong();
    }
  }

  private void put(String path, String body) {
    assertThat(admin("PUT", path, body).statusCode()).isEqualTo(204);
  }

  private HttpResponse<String> admin(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.adminPort() + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    listener.close();
    http.shutdownNow();
    hub.close();
  }
}
