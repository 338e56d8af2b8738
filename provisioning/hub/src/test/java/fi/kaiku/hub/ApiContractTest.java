package fi.kaiku.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.kaiku.hub.api.ListedRoutes;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each operation of openapi.yaml, called on a real hub, answers as the document says. */
class ApiContractTest {
  private static final String CARD = "AB12CD34EF";

  private static final String CARDS =
      """
      card_id,kind,issued_on,valid_until,state,children
      AB12CD34EF,personal,2026-01-01,2026-12-31,active,3
      """;

  private static final String CARD_2 = "XY98ZW76VU,community,2026-01-01,2026-12-31,ended,0\n";

  @TempDir private Path folder;
  private HubRig hub;
  private Contract contract;

  @BeforeEach
  void start() throws Exception {
    hub = HubRig.onSqlite(folder);
    contract = new Contract(hub.admin("GET", "/openapi.yaml", "").response().body());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private void walk(String operation, Till.Reply reply) {
    contract.answers(operation, reply);
  }

  private static JsonNode json(String text) throws Exception {
    return Till.JSON.readTree(text);
  }

  @Test
  void theRoutesAreTheOnesThatTheDocumentLists() {
    assertThat(ListedRoutes.ofTerminals())
        .containsExactlyInAnyOrderElementsOf(contract.operations("terminal"));
    assertThat(ListedRoutes.ofAdmin())
        .containsExactlyInAnyOrderElementsOf(contract.operations("admin"));
  }

  @Test
  void everyOperationOfTerminalsAnswersAsDescribed() throws Exception {
    Till till = hub.enrolledTill(HubRig.VENUE);
    Till other = hub.newTill(HubRig.OTHER_VENUE);
    String code = hub.newCode(HubRig.OTHER_VENUE);
    contract.sends("POST /v1/enrolments", json(other.enrolmentBody(code, other.id())));
    walk("POST /v1/enrolments", other.enrol(code));
    ObjectNode use = till.use(UUID.randomUUID(), CARD, HubRig.CONCERT);
    ObjectNode taken = till.taken(UUID.randomUUID(), UUID.fromString(use.path("id").asText()));
    ObjectNode bad = use.deepCopy().put("card", "?");
    contract.sends("POST /v1/admissions", json(Till.batch(List.of(use, taken))));
    walk("POST /v1/admissions", till.send(List.of(use, taken, bad)));
    walk("GET /v1/uses", other.get("/v1/uses?wait=0"));
    walk("GET /v1/uses", till.get("/v1/uses?wait=0"));
    walkRegistry(till);
    String heartbeat = "{\"version\":\"1.0.0-SNAPSHOT\",\"unsent\":3,\"deadLetters\":0}";
    contract.sends("POST /v1/heartbeats", json(heartbeat));
    walk("POST /v1/heartbeats", till.post("/v1/heartbeats", heartbeat));
    walk("GET /health/live", till.get("/health/live"));
    walk("GET /openapi.yaml", till.get("/openapi.yaml"));
    assertThat(contract.walked()).isEqualTo(contract.operations("terminal"));
  }

  private void walkRegistry(Till till) throws Exception {
    walk("GET /v1/registry/snapshot", till.get("/v1/registry/snapshot"));
    hub.admin("POST", "/v1/cards/import", CARDS);
    Till.Reply newest = till.get("/v1/registry/snapshot");
    while (newest.status() == 404) {
      LockSupport.parkNanos(20_000_000);
      newest = till.get("/v1/registry/snapshot");
    }
    walk("GET /v1/registry/snapshot", newest);
    hub.admin("POST", "/v1/cards/import?force=true", CARDS.replace("A", "B") + CARD_2);
    walk("GET /v1/registry/changes", till.get("/v1/registry/changes?after=0&wait=0"));
    Till.Reply changes = till.get("/v1/registry/changes?after=1&wait=0");
    assertThat(changes.json().path("changes").size()).isEqualTo(3);
    walk("GET /v1/registry/changes", changes);
    String claims = newest.json().path("token").asText().split("\\.", -1)[1];
    String digest =
        json(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
            .path("digest")
            .asText();
    String file = "GET /v1/registry/snapshot/{digest}";
    walk(file, till.get("/v1/registry/snapshot/" + digest));
    walk(file, till.get("/v1/registry/snapshot/" + digest.replace(digest.charAt(0), 'x')));
  }

  @Test
  void everyOperationOfTheKeeperAnswersAsDescribed() throws Exception {
    Till till = hub.enrolledTill(HubRig.VENUE);
    ObjectNode use = till.use(UUID.randomUUID(), CARD, HubRig.CONCERT);
    till.send(List.of(use, use.deepCopy().put("children", 5)));
    String venue = "{\"name\":\"Kirjasto\"}";
    contract.sends("PUT /v1/venues/{venue}", json(venue));
    walk("PUT /v1/venues/{venue}", hub.admin("PUT", "/v1/venues/kirjasto", venue));
    walk(
        "POST /v1/venues/{venue}/enrolment-codes",
        hub.admin("POST", "/v1/venues/kirjasto/enrolment-codes", ""));
    String event =
        "{\"organiser\":\"kirjasto\",\"title\":\"Runoilta\",\"startsAt\":\"2026-12-01T16:00:00Z\","
            + "\"endsAt\":\"2026-12-01T18:00:00Z\",\"sellers\":[]}";
    contract.sends("PUT /v1/events/{event}", json(event));
    walk("PUT /v1/events/{event}", hub.admin("PUT", "/v1/events/runoilta", event));
    walkLines(hub.admin("POST", "/v1/cards/import", CARDS + "bad\n"), "bad-row", "done");
    walkLines(hub.admin("POST", "/v1/cards/import", "name\n"), "refused");
    strayProblem("bad-request", 400, hub.admin("POST", "/v1/cards/import?force=perhaps", CARDS));
    walk("GET /v1/terminals", hub.admin("GET", "/v1/terminals", ""));
    walk("GET /v1/conflicts", hub.admin("GET", "/v1/conflicts", ""));
    walk(
        "POST /v1/terminals/{terminal}/revocation",
        hub.admin("POST", "/v1/terminals/" + till.id() + "/revocation", ""));
    walk("GET /health/live", hub.admin("GET", "/health/live", ""));
    walk("GET /openapi.yaml", hub.admin("GET", "/openapi.yaml", ""));
    assertThat(contract.walked()).isEqualTo(contract.operations("admin"));
  }

  private void walkLines(Till.Reply reply, String... states) throws Exception {
    String operation = "POST /v1/cards/import";
    walk(operation, reply);
    List<String> told = new ArrayList<>();
    for (String line : reply.response().body().split("\n", -1)) {
      if (!line.isEmpty()) {
        contract.line(operation, json(line));
        told.add(json(line).path("state").asText());
      }
    }
    assertThat(told).containsExactly(states);
  }

  private void problem(String type, String operation, Till.Reply reply) {
    contract.answers(operation, reply);
    assertThat(reply.problem()).isEqualTo(type);
  }

  private void strayProblem(String type, int status, Till.Reply reply) {
    assertThat(reply.mediaType()).isEqualTo("application/problem+json");
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.problem()).isEqualTo(type);
  }

  @Test
  void problemsAreAsDescribed() {
    Till till = hub.enrolledTill(HubRig.VENUE);
    problem("code-unknown", "POST /v1/enrolments", till.enrol("0000000000"));
    problem("cursor-unknown", "GET /v1/uses", till.get("/v1/uses?after=99&wait=0"));
    problem(
        "no-such-venue",
        "POST /v1/venues/{venue}/enrolment-codes",
        hub.admin("POST", "/v1/venues/atlantis/enrolment-codes", ""));
    problem(
        "no-such-terminal",
        "POST /v1/terminals/{terminal}/revocation",
        hub.admin("POST", "/v1/terminals/" + UUID.randomUUID() + "/revocation", ""));
    strayProblem("bad-request", 400, till.get("/v1/uses?wait=31"));
    strayProblem("bad-request", 400, till.post("/v1/admissions", "{"));
    strayProblem("bad-request", 400, till.post("/v1/admissions", "{\"entries\":{}}"));
    strayProblem("bad-request", 400, till.post("/v1/heartbeats", "[]"));
    strayProblem("bad-request", 400, hub.admin("PUT", "/v1/venues/UPPER", "{\"name\":\"x\"}"));
    strayProblem("no-such-path", 404, till.get("/v2"));
  }

  @Test
  void aBodyBeyondTheLimitIsRefusedBeforeItIsSent() {
    HttpRequest tooLarge =
        HttpRequest.newBuilder(URI.create(hub.adminAddress() + "/v1/venues/museo"))
            .expectContinue(true)
            .PUT(BodyPublishers.ofString(" ".repeat(600_000)))
            .build();
    strayProblem("body-too-large", 413, Till.exchange(tooLarge));
  }

  /** A page that a browser on the same machine has open must not reach what has no login. */
  @Test
  void theAdminInterfaceAnswersNoWebPage() {
    HttpRequest fromPage =
        HttpRequest.newBuilder(URI.create(hub.adminAddress() + "/v1/venues/museo/enrolment-codes"))
            .header("Origin", "https://page.example")
            .POST(BodyPublishers.noBody())
            .build();
    strayProblem("not-local", 403, Till.exchange(fromPage));
  }
}
