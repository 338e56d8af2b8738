package fi.kaiku.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How uses are taken in and told on, the same on each database. */
abstract class UsesContract {
  private static final String CARD = "AB12CD34EF";

  private HubRig hub;
  private Till till;
  private Till otherTill;

  abstract HubRig open();

  @BeforeEach
  void start() {
    hub = open();
    till = hub.enrolledTill(HubRig.VENUE);
    otherTill = hub.enrolledTill(HubRig.OTHER_VENUE);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private ObjectNode use() {
    return till.use(UUID.randomUUID(), CARD, HubRig.CONCERT);
  }

  private static UUID id(ObjectNode entry) {
    return UUID.fromString(entry.path("id").asText());
  }

  private static List<String> results(Till.Reply reply) {
    List<String> results = new ArrayList<>();
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    reply
        .json()
        .path("results")
        .forEach(
            result ->
                results.add(
                    result.path("result").asText()
                        + (result.has("reason") ? " " + result.path("reason").asText() : "")));
    return results;
  }

  private JsonNode usesFor(Till asker, long after) {
    Till.Reply reply = asker.get("/v1/uses?after=" + after + "&wait=0");
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    return reply.json();
  }

  @Test
  void aUseCountsOnceHoweverOftenItArrives() {
    ObjectNode use = use();
    assertThat(results(till.send(List.of(use)))).containsExactly("recorded");
    assertThat(results(till.send(List.of(use)))).containsExactly("already-known");
    hub.restart();
    till.at(hub.port());
    otherTill.at(hub.port());
    hub.clock().advance(Duration.ofHours(1));
    assertThat(results(till.send(List.of(use)))).containsExactly("already-known");
    assertThat(usesFor(otherTill, 0).path("uses")).hasSize(1);
  }

  @Test
  void aUseThatStandsTwiceInOneBatchCountsOnce() {
    ObjectNode use = use();
    assertThat(results(till.send(List.of(use, use)))).containsExactly("recorded", "already-known");
  }

  @Test
  void oneBadItemHoldsUpNoOther() {
    ObjectNode noCard = use();
    noCard.remove("card");
    ObjectNode nobody = use().put("adults", 0).put("children", 0);
    ObjectNode elsewhere = use().put("venue", "atlantis");
    ObjectNode opera = use().put("event", "opera");
    ObjectNode negative = use().put("adults", -1);
    ObjectNode yearTenThousand = use().put("at", "+10000-01-01T00:00:00Z");
    ObjectNode notAnId = use().put("id", "1-1-1-1-1");
    assertThat(
            results(
                till.send(
                    List.of(
                        noCard,
                        use(),
                        nobody,
                        elsewhere,
                        opera,
                        negative,
                        yearTenThousand,
                        notAnId,
                        use()))))
        .containsExactly(
            "rejected malformed",
            "recorded",
            "rejected malformed",
            "rejected unknown-venue",
            "rejected unknown-event",
            "rejected malformed",
            "rejected malformed",
            "rejected malformed",
            "recorded");
  }

  @Test
  void whatIsRejectedIsToldByItsFieldAndNotByItsValue() {
    ObjectNode use = use().put("card", "131052-308T");
    JsonNode result = till.send(List.of(use)).json().path("results").get(0);
    assertThat(result.path("detail").asText()).startsWith("card: expected");
    assertThat(result.toString()).doesNotContain("131052");
  }

  @Test
  void anUnknownEventIsTakenOnceTheCatalogueKnowsIt() {
    ObjectNode opera = use().put("event", "opera");
    assertThat(results(till.send(List.of(opera)))).containsExactly("rejected unknown-event");
    hub.putEvent("opera", HubRig.VENUE, "2026-12-01T20:00:00Z", HubRig.VENUE);
    assertThat(results(till.send(List.of(opera)))).containsExactly("recorded");
  }

  @Test
  void theSameIdWithOtherContentIsKeptAndShownAndTheFirstStands() {
    ObjectNode first = use();
    ObjectNode second = first.deepCopy().put("adults", 4).put("card", "ZZ12CD3XYZ");
    assertThat(results(till.send(List.of(first)))).containsExactly("recorded");
    assertThat(results(till.send(List.of(second, second)))).containsExactly("conflict", "conflict");
    assertThat(results(till.send(List.of(first)))).containsExactly("already-known");

    JsonNode conflicts = hub.admin("GET", "/v1/conflicts", "").json().path("conflicts");
    assertThat(conflicts).hasSize(1);
    assertThat(conflicts.get(0).path("entry").asText()).isEqualTo(id(first).toString());
    assertThat(conflicts.get(0).path("content").asText())
        .contains("*XYZ", "\n4\n")
        .doesNotContain("ZZ12");
    assertThat(usesFor(otherTill, 0).path("uses").get(0).path("adults").asInt()).isEqualTo(1);
  }

  @Test
  void aVoidIsAnEntryOfItsOwnAndIsTakenInEitherOrder() {
    ObjectNode use = use();
    ObjectNode late = use();
    assertThat(results(till.send(List.of(use)))).containsExactly("recorded");
    long next = usesFor(otherTill, 0).path("next").asLong();
    assertThat(
            results(
                till.send(
                    List.of(
                        till.taken(UUID.randomUUID(), id(use)),
                        till.taken(UUID.randomUUID(), id(late))))))
        .containsExactly("recorded", "recorded");
    assertThat(results(till.send(List.of(late)))).containsExactly("recorded");

    JsonNode news = usesFor(otherTill, next).path("uses");
    assertThat(news).hasSize(2);
    assertThat(news.get(0).path("type").asText()).isEqualTo("void");
    assertThat(news.get(0).path("admission").asText()).isEqualTo(id(use).toString());
    assertThat(news.get(1).path("admission").asText()).isEqualTo(id(late).toString());
    assertThat(news.get(1).path("voided").asBoolean()).isTrue();
    assertThat(usesFor(otherTill, 0).path("uses").get(0).path("voided").asBoolean()).isTrue();
  }

  @Test
  void aTillHearsOfOthersUsesOfTheEventsThatItSellsNowAndOfNoOther() {
    assertThat(
            results(
                otherTill.send(
                    List.of(
                        otherTill.use(UUID.randomUUID(), CARD, HubRig.EXHIBITION),
                        otherTill.use(UUID.randomUUID(), CARD, HubRig.CONCERT),
                        otherTill.use(UUID.randomUUID(), CARD, HubRig.MATINEE)))))
        .containsOnly("recorded");
    results(till.send(List.of(use())));

    JsonNode heard = usesFor(till, 0).path("uses");
    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).path("event").asText()).isEqualTo(HubRig.CONCERT);
    assertThat(heard.get(0).path("terminal").asText()).isEqualTo(otherTill.id().toString());
    assertThat(heard.toString()).doesNotContain(CARD);
  }

  @Test
  void bothTillsKnowACardByTheSameHash() {
    results(till.send(List.of(use())));
    results(otherTill.send(List.of(otherTill.use(UUID.randomUUID(), CARD, HubRig.CONCERT))));
    assertThat(usesFor(till, 0).path("uses").get(0).path("card"))
        .isEqualTo(usesFor(otherTill, 0).path("uses").get(0).path("card"));
  }

  @Test
  void whoeverWaitsHearsOfAUseAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Till.Reply> waiting = threads.submit(() -> otherTill.get("/v1/uses?after=0&wait=30"));
      long before = System.nanoTime();
      results(till.send(List.of(use())));
      assertThat(waiting.get().json().path("uses")).hasSize(1);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void whoeverReadsOnMissesNothingWhileManyWriteAtOnce() throws Exception {
    int senders = 8;
    int batches = 10;
    Set<String> sent = new HashSet<>();
    List<List<List<ObjectNode>>> plans = new ArrayList<>();
    for (int sender = 0; sender < senders; sender++) {
      List<List<ObjectNode>> plan = new ArrayList<>();
      for (int batch = 0; batch < batches; batch++) {
        List<ObjectNode> uses = IntStream.range(0, 20).mapToObj(_ -> use()).toList();
        uses.forEach(use -> sent.add(use.path("id").asText()));
        plan.add(uses);
      }
      plans.add(plan);
    }
    Set<String> heard = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (List<List<ObjectNode>> plan : plans) {
        running.add(threads.submit(() -> plan.forEach(batch -> results(till.send(batch)))));
      }
      long next = 0;
      while (heard.size() < sent.size()) {
        JsonNode page = otherTill.get("/v1/uses?wait=20&after=" + next).json();
        assertThat(page.path("uses")).as("waited in vain after " + heard.size()).isNotEmpty();
        page.path("uses")
            .forEach(use -> assertThat(heard.add(use.path("admission").asText())).isTrue());
        next = page.path("next").asLong();
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    assertThat(heard).isEqualTo(sent);
  }

  @Test
  void tillsThatSendTheSameUsesAtOnceRecordEachOnce() throws Exception {
    List<ObjectNode> uses = IntStream.range(0, 100).mapToObj(_ -> use()).toList();
    List<String> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<String>>> running = new ArrayList<>();
      for (int sender = 0; sender < 6; sender++) {
        List<ObjectNode> order = sender % 2 == 0 ? uses : uses.reversed();
        running.add(threads.submit(() -> results(till.send(order))));
      }
      for (Future<List<String>> one : running) {
        all.addAll(one.get());
      }
    }
    assertThat(all).filteredOn("recorded"::equals).hasSize(uses.size());
    assertThat(all).filteredOn("already-known"::equals).hasSize(5 * uses.size());
  }

  @Test
  void aCursorThatTheHubHasNeverReachedIsRefused() {
    assertThat(till.get("/v1/uses?after=7&wait=0").problem()).isEqualTo("cursor-unknown");
  }

  @Test
  void aRevokedTerminalIsShutOutAndItsUsesStay() {
    results(till.send(List.of(use())));
    assertThat(hub.admin("POST", "/v1/terminals/" + till.id() + "/revocation", "").status())
        .isEqualTo(204);
    assertThat(till.send(List.of(use())).problem()).isEqualTo("revoked");
    assertThat(till.get("/v1/uses?after=0&wait=0").problem()).isEqualTo("revoked");
    assertThat(usesFor(otherTill, 0).path("uses")).hasSize(1);
  }
}
