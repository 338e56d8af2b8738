package fi.kaiku.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request counts only as the enrolled terminal has sent it. */
class SignatureTest {
  private static final String USES = "/v1/uses?after=0&wait=0";
  private static final long NOW = HubRig.NOW.getEpochSecond();

  /** Before the 32 bytes of a key, for the JDK (RFC 8410). */
  private static final String PREFIX = "302a300506032b6570032100";

  @TempDir private static Path folder;
  private static HubRig hub;
  private static Till till;

  @BeforeAll
  static void start() {
    hub = HubRig.onSqlite(folder);
    till = hub.enrolledTill(HubRig.VENUE);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static String problem(String method, String target, String body, String token) {
    Till.Reply reply = till.exchange(method, target, body, token);
    assertThat(reply.status()).isEqualTo(401);
    return reply.problem();
  }

  @Test
  void whatWasChangedOnTheWayIsRefused() {
    String token = till.token("GET", USES, "", NOW);
    assertThat(till.exchange("GET", USES, "", token).status()).isEqualTo(200);
    assertThat(problem("GET", "/v1/uses?after=0&wait=1", "", token)).isEqualTo("not-signed");
    assertThat(problem("GET", "/v1/uses", "", token)).isEqualTo("not-signed");
    String batch = till.token("POST", "/v1/admissions", "{\"entries\":[]}", NOW);
    assertThat(problem("POST", "/v1/admissions", "{\"entries\":[] }", batch))
        .isEqualTo("not-signed");
    assertThat(problem("POST", "/v1/heartbeats", "{\"entries\":[]}", batch))
        .isEqualTo("not-signed");
  }

  @Test
  void aStrangersSignatureIsRefused() {
    Till stranger = hub.newTill(HubRig.VENUE);
    assertThat(stranger.get(USES).problem()).isEqualTo("not-signed");
    String forged =
        stranger.sign(
            "{\"alg\":\"EdDSA\",\"typ\":\"kaiku-request+jwt\"}",
            "{\"sub\":\"%s\",\"iat\":%d,\"htm\":\"GET\",\"htu\":\"%s\"}"
                .formatted(till.id(), NOW, USES));
    assertThat(problem("GET", USES, "", forged)).isEqualTo("not-signed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "a.b.c",
        "..",
        "e30.e30.e30",
        "eyJhbGciOiJub25lIn0.e30.",
        "eyJhbGciOiJFZERTQSJ9.W10.AAAA",
        "eyJhbGciOiJFZERTQSIsInR5cCI6ImthaWt1LXJlcXVlc3Qrand0In0.e30.%%%%"
      })
  void whatIsNoTokenIsRefused(String token) {
    assertThat(problem("GET", USES, "", token)).isEqualTo("not-signed");
  }

  @Test
  void aTokenOfAnotherTypeOrAlgorithmIsRefused() {
    String claims =
        new String(
            Base64.getUrlDecoder().decode(till.token("GET", USES, "", NOW).split("\\.", 3)[1]),
            StandardCharsets.UTF_8);
    String other = till.sign("{\"alg\":\"EdDSA\",\"typ\":\"kaiku-answer+jwt\"}", claims);
    assertThat(problem("GET", USES, "", other)).isEqualTo("not-signed");
    String none = till.sign("{\"alg\":\"none\",\"typ\":\"kaiku-request+jwt\"}", claims);
    assertThat(problem("GET", USES, "", none)).isEqualTo("not-signed");
  }

  @ParameterizedTest
  @ValueSource(longs = {301, -301, 315_360_000, -315_360_000})
  void aWrongClockIsToldTheTimeUnderTheHubsSignature(long off) throws Exception {
    String token = till.token("GET", USES, "", NOW + off);
    Till.Reply reply = till.exchange("GET", USES, "", token);
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.problem()).isEqualTo("wrong-clock");

    String time = reply.response().headers().firstValue("Kaiku-Answer").orElseThrow();
    JsonNode claims = verified(time);
    assertThat(claims.path("time").asText()).isEqualTo("2026-11-23T16:00:00Z");
    String asked =
        new String(Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]), StandardCharsets.UTF_8);
    assertThat(claims.path("request").asText())
        .isEqualTo(Till.JSON.readTree(asked).path("jti").asText());
  }

  @Test
  void anAnswerBearsTheHubsSignatureForThisRequest() throws Exception {
    Till.Reply reply = till.get(USES);
    JsonNode claims = verified(reply.response().headers().firstValue("Kaiku-Answer").orElseThrow());
    assertThat(claims.path("status").asInt()).isEqualTo(200);
    assertThat(claims.path("body").asText()).isEqualTo(Till.sha256(reply.response().body()));
  }

  @ParameterizedTest
  @ValueSource(longs = {300, -300, 0})
  void aClockThatIsAboutRightIsTaken(long off) {
    String token = till.token("GET", USES, "", NOW + off);
    assertThat(till.exchange("GET", USES, "", token).status()).isEqualTo(200);
  }

  private static JsonNode verified(String token) throws Exception {
    Till newcomer = hub.newTill(HubRig.VENUE);
    String key = newcomer.enrol(hub.newCode(HubRig.VENUE)).json().path("hubKey").asText();
    String hex = PREFIX + HexFormat.of().formatHex(Base64.getUrlDecoder().decode(key));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(hex))));
    String[] parts = token.split("\\.", 3);
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    return Till.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
  }
}
