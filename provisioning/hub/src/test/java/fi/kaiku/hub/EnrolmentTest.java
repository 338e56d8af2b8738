package fi.kaiku.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentTest {
  @TempDir private Path folder;
  private HubRig hub;

  @BeforeEach
  void start() {
    hub = HubRig.onSqlite(folder);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aCodeMakesATerminalKnownToItsVenue() {
    Till till = hub.newTill(HubRig.VENUE);
    JsonNode answer = till.enrol(hub.newCode(HubRig.VENUE)).json();
    assertThat(answer.path("venue").asText()).isEqualTo(HubRig.VENUE);
    assertThat(answer.path("terminal").asText()).isEqualTo(till.id().toString());
    assertThat(till.get("/v1/uses?wait=0").status()).isEqualTo(200);
  }

  @Test
  void aRepeatWithTheSameKeyGetsTheFirstAnswer() {
    String code = hub.newCode(HubRig.VENUE);
    Till till = hub.newTill(HubRig.VENUE);
    JsonNode first = till.enrol(code).json();
    hub.clock().advance(Duration.ofDays(3));
    JsonNode again = till.enrol(code).json();
    assertThat(again.path("hubKey")).isEqualTo(first.path("hubKey"));
    assertThat(again.path("nationalKey")).isEqualTo(first.path("nationalKey"));
  }

  @Test
  void aCodeIsTypedAsPeopleTypeIt() {
    String code = hub.newCode(HubRig.VENUE).toLowerCase(Locale.ROOT).replace("-", " ");
    assertThat(hub.newTill(HubRig.VENUE).enrol(code.replace('0', 'o').replace('1', 'l')).status())
        .isEqualTo(200);
  }

  @Test
  void ofTwoTerminalsWithOneCodeOneIsEnrolled() throws Exception {
    String code = hub.newCode(HubRig.VENUE);
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Till.Reply>> tries = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        tries.add(threads.submit(() -> hub.newTill(HubRig.VENUE).enrol(code)));
      }
      for (Future<Till.Reply> one : tries) {
        statuses.add(one.get().status());
      }
    }
    assertThat(statuses).containsOnlyOnce(200).filteredOn(status -> status == 409).hasSize(7);
    assertThat(hub.newTill(HubRig.VENUE).enrol(code).problem()).isEqualTo("code-used");
  }

  @Test
  void aCodeExpiresAfterADay() {
    String code = hub.newCode(HubRig.VENUE);
    hub.clock().advance(Duration.ofHours(24));
    assertThat(hub.newTill(HubRig.VENUE).enrol(code).problem()).isEqualTo("code-expired");
  }

  @Test
  void aTerminalIsNotEnrolledOverAnother() {
    Till known = hub.enrolledTill(HubRig.VENUE);
    Till thief = hub.newTill(HubRig.VENUE);
    String code = hub.newCode(HubRig.VENUE);
    assertThat(thief.enrol(code, known.id()).problem()).isEqualTo("terminal-known");
    assertThat(known.enrol(code, UUID.randomUUID()).problem()).isEqualTo("terminal-known");
    assertThat(known.get("/v1/uses?wait=0").status()).isEqualTo(200);
  }

  @Test
  void guessingIsStoppedAfterTenTriesAndGoesOnLater() {
    Till till = hub.newTill(HubRig.VENUE);
    for (int i = 0; i < 10; i++) {
      assertThat(till.enrol("000000000" + i).problem()).isEqualTo("code-unknown");
    }
    String code = hub.newCode(HubRig.VENUE);
    Till.Reply refused = till.enrol(code);
    assertThat(refused.problem()).isEqualTo("too-many-tries");
    assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
    hub.clock().advance(Duration.ofMinutes(10));
    assertThat(till.enrol(code).status()).isEqualTo(200);
  }

  @Test
  void aCodeIsStoredOnlyAsAHash() throws Exception {
    String code = hub.newCode(HubRig.VENUE).replace("-", "");
    hub.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(code);
      }
    }
    hub = HubRig.onSqlite(folder);
  }

  @Test
  void theKeyThatIsEnrolledMustHaveSignedTheRequest() {
    Till till = hub.newTill(HubRig.VENUE);
    Till thief = hub.newTill(HubRig.VENUE);
    String code = hub.newCode(HubRig.VENUE);
    String body =
        "{\"code\":\"%s\",\"terminal\":\"%s\",\"publicKey\":\"%s\"}"
            .formatted(code, till.id(), till.publicKey());
    String token = thief.token("POST", "/v1/enrolments", body, HubRig.NOW.getEpochSecond());
    assertThat(till.exchange("POST", "/v1/enrolments", body, token).problem())
        .isEqualTo("not-signed");
    assertThat(till.enrol(code).status()).isEqualTo(200);
  }

  @Test
  void aTerminalTellsHowItIs() {
    Till till = hub.enrolledTill(HubRig.VENUE);
    hub.clock().advance(Duration.ofMinutes(1));
    String told =
        "{\"version\":\"1.0.0\",\"unsent\":3,\"deadLetters\":1,\"birthYear\":1980,\"unknown\":true}";
    assertThat(till.post("/v1/heartbeats", told).json().path("time").asText())
        .isEqualTo("2026-11-23T16:01:00Z");
    JsonNode seen = hub.admin("GET", "/v1/terminals", "").json().path("terminals").get(0);
    assertThat(seen.path("seenAt").asText()).isEqualTo("2026-11-23T16:01:00Z");
    assertThat(seen.path("heartbeat").toString())
        .isEqualTo("{\"version\":\"1.0.0\",\"unsent\":3,\"deadLetters\":1}");
  }
}
