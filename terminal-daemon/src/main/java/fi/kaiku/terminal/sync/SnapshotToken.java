package fi.kaiku.terminal.sync;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.registry.FeedPoint;
import fi.kaiku.terminal.registry.HubSnapshot;
import java.util.Optional;

/**
 * The hub's signature on a file, and what it says. It stands by itself, so that a download can go
 * on after a restart.
 */
record SnapshotToken(String text, HubSnapshot snapshot) {
  private static final int HEX = 16;

  /** Empty for what this hub has not signed. */
  static Optional<SnapshotToken> of(String text, HubKey hub) {
    return hub.claims(text, HubKey.SNAPSHOT)
        .flatMap(SnapshotToken::snapshot)
        .map(snapshot -> new SnapshotToken(text, snapshot));
  }

  private static Optional<HubSnapshot> snapshot(JsonNode claims) {
    try {
      FeedPoint point =
          new FeedPoint(
              claims.path("position").asLong(),
              claims.path("cards").asLong(),
              Long.parseUnsignedLong(claims.path("checksum").asText(), HEX));
      return Optional.of(
          new HubSnapshot(
              claims.path("digest").asText(),
              claims.path("bytes").asLong(),
              point,
              claims.path("key").asInt(),
              claims.path("salt").asText()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
