package fi.kaiku.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The card registry as terminals get it, the same on each database that a hub runs on. */
abstract class RegistryContract {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LocalDate ISSUED = LocalDate.of(2026, 1, 1);

  @TempDir Path folder;
  private HubRig hub;
  private Till till;
  private DownloadedSnapshot snapshots;

  /** The registry as it should be: the card's number and its last day. */
  private final Map<Integer, Integer> model = new TreeMap<>();

  abstract HubRig open();

  @BeforeEach
  void start() {
    hub = open();
    till = hub.newTill(HubRig.VENUE);
    snapshots = new DownloadedSnapshot(till, till.enrol(hub.newCode(HubRig.VENUE)).json());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private void importModel() {
    StringBuilder csv = new StringBuilder("card_id,kind,issued_on,valid_until,state,children\n");
    model.forEach(
        (number, day) ->
            csv.append(
                "A%09d,personal,2026-01-01,%s,active,2\n".formatted(number, ISSUED.plusDays(day))));
    String said =
        hub.admin("POST", "/v1/cards/import?force=true", csv.toString()).response().body();
    assertThat(said).contains("\"state\":\"done\"");
  }

  private Map<String, String> expected() throws Exception {
    Map<String, String> rows = new TreeMap<>();
    for (Map.Entry<Integer, Integer> card : model.entrySet()) {
      rows.put(
          snapshots.hash("A%09d".formatted(card.getKey())),
          "0 %d %d 0 2".formatted(ISSUED.toEpochDay(), ISSUED.toEpochDay() + card.getValue()));
    }
    return rows;
  }

  private void awaitSnapshot(long position) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (till.get("/v1/registry/snapshot").status() != 200
        || snapshots.description().path("position").asLong() < position) {
      assertThat(System.nanoTime()).as("a snapshot at " + position).isLessThan(end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private JsonNode changes(long after) {
    Till.Reply reply = till.get("/v1/registry/changes?wait=0&after=" + after);
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    return reply.json();
  }

  /** Follows the log from there to its end, and answers where that is. */
  private long follow(Map<String, String> rows, long after) {
    JsonNode page = changes(after);
    while (page.path("next").asLong() > after) {
      for (JsonNode change : page.path("changes")) {
        apply(rows, change);
      }
      after = page.path("next").asLong();
      page = changes(after);
    }
    JsonNode check = page.path("check");
    assertThat(check.path("cards").asInt()).isEqualTo(rows.size());
    assertThat(check.path("checksum").asText()).isEqualTo(DownloadedSnapshot.checksum(rows));
    return after;
  }

  private static void apply(Map<String, String> rows, JsonNode change) {
    String hash = change.path("hash").asText();
    if (change.path("gone").asBoolean()) {
      rows.remove(hash);
      return;
    }
    rows.put(
        hash,
        "0 %d %d 0 %d"
            .formatted(
                LocalDate.parse(change.path("issuedOn").asText()).toEpochDay(),
                LocalDate.parse(change.path("validUntil").asText()).toEpochDay(),
                change.path("children").asInt()));
  }

  @Test
  void beforeTheFirstImportThereIsNone() {
    assertThat(till.get("/v1/registry/snapshot").problem()).isEqualTo("no-registry");
    assertThat(changes(0).path("check").path("cards").asInt(-1)).isZero();
  }

  @Test
  void aSnapshotAndTheChangesAfterItAreTheRegistry() throws Exception {
    for (int i = 0; i < 3_000; i++) {
      model.put(i, 100);
    }
    importModel();
    awaitSnapshot(1);
    DownloadedSnapshot.Content first = snapshots.fetch(folder);
    assertThat(first.rows()).isEqualTo(expected());
    assertThat(first.cards()).isEqualTo(3_000);
    assertThat(first.checksum()).isEqualTo(DownloadedSnapshot.checksum(first.rows()));

    model.remove(17);
    model.put(18, 200);
    model.put(5_000, 300);
    importModel();
    Map<String, String> rows = new TreeMap<>(first.rows());
    long next = follow(rows, first.position());
    assertThat(rows).isEqualTo(expected());
    assertThat(next).isEqualTo(first.position() + 3);
  }

  @Test
  void whoeverWaitsHearsOfAChangeAtOnce() throws Exception {
    model.put(1, 100);
    importModel();
    long position = changes0();
    CompletableFuture<Till.Reply> waiting =
        CompletableFuture.supplyAsync(
            () -> till.get("/v1/registry/changes?wait=30&after=" + position));
    model.put(2, 100);
    importModel();
    assertThat(waiting.get(15, TimeUnit.SECONDS).json().path("changes").size()).isEqualTo(1);
  }

  /** The position of the first import, which no log tells one by one. */
  private long changes0() throws Exception {
    awaitSnapshot(1);
    return snapshots.description().path("position").asLong();
  }

  @Test
  void whatIsNoLongerKeptMustBeFetchedAnew() throws Exception {
    model.put(1, 100);
    importModel();
    assertThat(till.get("/v1/registry/changes?after=0&wait=0").problem()).isEqualTo("must-refetch");
    long first = changes0();
    model.put(2, 100);
    importModel();
    assertThat(changes(first).path("changes").size()).isEqualTo(1);
    hub.clock().advance(Duration.ofDays(31));
    awaitSnapshot(first + 1);
    awaitProblem("must-refetch", first);
    assertThat(till.get("/v1/registry/changes?after=99&wait=0").problem())
        .isEqualTo("cursor-unknown");
    assertThat(snapshots.fetch(folder).rows()).isEqualTo(expected());
  }

  private void awaitProblem(String problem, long after) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!till.get("/v1/registry/changes?wait=0&after=" + after).problem().equals(problem)) {
      assertThat(System.nanoTime()).as(problem).isLessThan(end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  @Test
  void theNextSnapshotIsBuiltFromTheLastOneEvenWhereThatIsDamaged() throws Exception {
    long seed = Long.getLong("kaiku.seed", System.nanoTime());
    System.out.println("snapshots: seed " + seed);
    Random random = new Random(seed);
    long position = 0;
    for (int round = 0; round < 6; round++) {
      for (int i = 0; i < 200; i++) {
        if (random.nextInt(3) == 0) {
          model.remove(random.nextInt(500));
        } else {
          model.put(random.nextInt(500), random.nextInt(300));
        }
      }
      if (round == 3) {
        Path work = folder.resolve("hub/snapshot-work.db");
        byte[] bytes = Files.readAllBytes(work);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 700, (byte) 7);
        Files.write(work, bytes);
      }
      importModel();
      hub.clock().advance(Duration.ofHours(7));
      awaitSnapshot(position + 1);
      DownloadedSnapshot.Content content = snapshots.fetch(folder);
      assertThat(content.rows()).as("round " + round).isEqualTo(expected());
      position = content.position();
    }
  }

  @Test
  void theBytesOfASnapshotAreServedByRangeAndMayBeKept() throws Exception {
    model.put(1, 100);
    importModel();
    awaitSnapshot(1);
    JsonNode told = snapshots.description();
    String digest = told.path("digest").asText();
    int bytes = told.path("bytes").asInt();
    HttpResponse<byte[]> whole = snapshots.bytes(digest);
    assertThat(whole.headers().firstValue("ETag")).contains('"' + digest + '"');
    assertThat(whole.headers().firstValue("Cache-Control").orElse("")).contains("immutable");

    HttpResponse<byte[]> range = snapshots.bytes(digest, "Range", "bytes=100-299");
    assertThat(range.statusCode()).isEqualTo(206);
    assertThat(range.headers().firstValue("Content-Range")).contains("bytes 100-299/" + bytes);
    assertThat(range.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 100, 300));
    HttpResponse<byte[]> rest = snapshots.bytes(digest, "Range", "bytes=5000-");
    assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 5_000, bytes));

    assertThat(snapshots.bytes(digest, "Range", "bytes=" + bytes + "-").statusCode())
        .isEqualTo(416);
    assertThat(snapshots.bytes(digest, "Range", "bytes=0-1", "If-Range", "\"x\"").statusCode())
        .isEqualTo(200);
    assertThat(snapshots.bytes(digest, "If-None-Match", '"' + digest + '"').statusCode())
        .isEqualTo(304);
    assertThat(snapshots.bytes("0".repeat(64)).statusCode()).isEqualTo(404);
  }
}
