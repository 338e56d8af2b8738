package fi.kaiku.terminal.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * One question to the hub.
 *
 * @param target path with query, below the hub's URL
 * @param text the body, JSON
 */
record HubCall(String method, String target, String text) {
  static HubCall post(String target, JsonNode body) {
    return new HubCall("POST", target, body.toString());
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
