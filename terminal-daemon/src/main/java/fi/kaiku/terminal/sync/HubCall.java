package fi.kaiku.terminal.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One question to the hub.
 *
 * @param target path with query, below the hub's URL
 * @param text the body, JSON
 * @param hubWaits how long the hub may wait for something to tell, before it answers
 */
record HubCall(String method, String target, String text, Duration hubWaits) {
  static HubCall post(String target, JsonNode body) {
    return new HubCall("POST", target, body.toString(), Duration.ZERO);
  }

  static HubCall get(String target, Duration hubWaits) {
    return new HubCall("GET", target, "", hubWaits);
  }

  byte[] body() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The body may name cards. */
  @Override
  public String toString() {
    return method + " " + target;
  }
}
