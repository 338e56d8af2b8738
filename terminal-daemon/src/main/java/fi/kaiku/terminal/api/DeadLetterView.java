package fi.kaiku.terminal.api;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.store.Outbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Schema {@code DeadLetter}.
 *
 * @param event null for a void
 */
record DeadLetterView(String id, String type, String event, String at, String reason) {
  static DeadLetterView of(Outbox.DeadLetter letter) {
    JsonNode payload = JsonText.parse(letter.json().getBytes(StandardCharsets.UTF_8));
    return new DeadLetterView(
        letter.id().toString(),
        payload.path("type").asText(),
        payload.has("event") ? payload.path("event").asText() : null,
        WireTime.of(Instant.parse(payload.path("at").asText())),
        letter.reason());
  }
}
