package fi.kaiku.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Fetches, checks and opens a snapshot; written from openapi.yaml, not from the hub's code. */
final class DownloadedSnapshot {
  private static final int CLOSED_BLOCK = 65_536 + 16;

  private final Till till;
  private final JsonNode enrolled;

  /** What it held. */
  record Content(long position, long cards, String checksum, Map<String, String> rows) {}

  /**
   * For a till that was just enrolled.
   *
   * @param enrolled the hub's answer to it
   */
  DownloadedSnapshot(Till till, JsonNode enrolled) {
    this.till = till;
    this.enrolled = enrolled;
  }

  JsonNode description() throws Exception {
    Till.Reply reply = till.get("/v1/registry/snapshot");
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    String[] parts = reply.json().path("token").asText().split("\\.", -1);
    byte[] raw = Base64.getUrlDecoder().decode(enrolled.path("hubKey").asText());
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(
                    HexFormat.of()
                        .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw)))));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    assertThat(Till.JSON.readTree(Base64.getUrlDecoder().decode(parts[0])).path("typ").asText())
        .isEqualTo("kaiku-snapshot+jwt");
    return Till.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
  }

  HttpResponse<byte[]> bytes(String digest, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(till.hub() + "/v1/registry/snapshot/" + digest));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  Content fetch(Path folder) throws Exception {
    JsonNode told = description();
    String digest = told.path("digest").asText();
    byte[] closed = bytes(digest).body();
    assertThat(closed).hasSize(told.path("bytes").asInt());
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(closed)))
        .isEqualTo(digest);
    Path file = Files.write(folder.resolve(digest + ".db"), open(closed, told));
    return new Content(
        told.path("position").asLong(),
        told.path("cards").asLong(),
        told.path("checksum").asText(),
        rows(file));
  }

  private byte[] open(byte[] closed, JsonNode told) throws Exception {
    assertThat(told.path("key")).isEqualTo(enrolled.path("nationalKey").path("number"));
    byte[] key = mac("registry snapshot " + told.path("salt").asText());
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    for (int from = 0, number = 0; from < closed.length; from += CLOSED_BLOCK, number++) {
      int to = Math.min(closed.length, from + CLOSED_BLOCK);
      byte[] nonce =
          ByteBuffer.allocate(12).putInt(to == closed.length ? 1 : 0).putLong(number).array();
      Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
      cipher.init(
          Cipher.DECRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
      plain.write(cipher.doFinal(closed, from, to - from));
    }
    return plain.toByteArray();
  }

  byte[] mac(String text) throws Exception {
    byte[] secret =
        Base64.getUrlDecoder().decode(enrolled.path("nationalKey").path("secret").asText());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The hash of a card, as it stands everywhere. */
  String hash(String id) throws Exception {
    return HexFormat.of().formatHex(Arrays.copyOf(mac(id), 16));
  }

  private static Map<String, String> rows(Path file) throws Exception {
    Map<String, String> rows = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT hex(hash), kind || ' ' || issued_on || ' ' || last_day || ' ' || state"
                    + " || ' ' || children FROM card")) {
      while (row.next()) {
        rows.put(row.getString(1).toLowerCase(java.util.Locale.ROOT), row.getString(2));
      }
    }
    return rows;
  }

  /** The checksum by the words of the document. */
  static String checksum(Map<String, String> rows) {
    long sum = 0;
    for (Map.Entry<String, String> row : rows.entrySet()) {
      String[] facts = row.getValue().split(" ", -1);
      long packed =
          Long.parseLong(facts[0])
              | Long.parseLong(facts[3]) << 1
              | Long.parseLong(facts[4]) << 3
              | Long.parseLong(facts[1]) << 8
              | Long.parseLong(facts[2]) << 28;
      long high = Long.parseUnsignedLong(row.getKey().substring(0, 16), 16);
      long low = Long.parseUnsignedLong(row.getKey().substring(16), 16);
      sum += mix(high ^ mix(low ^ mix(packed)));
    }
    return "%016x".formatted(sum);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
