package fi.kaiku.terminal.sync;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.registry.Card;
import fi.kaiku.terminal.registry.CardChange;
import fi.kaiku.terminal.registry.CardKind;
import fi.kaiku.terminal.registry.CardState;
import fi.kaiku.terminal.registry.ChangeSet;
import fi.kaiku.terminal.registry.FeedPoint;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The hub's answer to {@code GET /v1/registry/changes}. */
final class ChangesAnswer {
  private static final int HEX = 16;

  private ChangesAnswer() {}

  /**
   * Empty where it is not understood, as a newer hub's may be.
   *
   * @param after what was asked for
   * @param key number of the national key that the registry is hashed under
   */
  static Optional<ChangeSet> read(JsonNode body, long after, int key) {
    try {
      List<CardChange> changes = new ArrayList<>(body.path("changes").size());
      for (JsonNode change : body.path("changes")) {
        changes.add(change(change, key));
      }
      long next = body.path("next").asLong();
      return Optional.of(new ChangeSet(after, changes, next, check(body.path("check"), next)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static CardChange change(JsonNode change, int key) {
    CardHash hash = CardHash.of(key, HexFormat.of().parseHex(change.path("hash").asText()));
    if (change.path("gone").asBoolean()) {
      return new CardChange.Gone(hash);
    }
    return new CardChange.Put(
        new Card(
            hash,
            CardKind.valueOf(word(change, "kind")),
            LocalDate.parse(change.path("issuedOn").asText()),
            LocalDate.parse(change.path("validUntil").asText()),
            CardState.valueOf(word(change, "state")),
            change.path("children").asInt(-1)));
  }

  private static String word(JsonNode change, String field) {
    return change.path(field).asText().toUpperCase(Locale.ROOT);
  }

  private static Optional<FeedPoint> check(JsonNode check, long next) {
    return check.isObject()
        ? Optional.of(
            new FeedPoint(
                next,
                check.path("cards").asLong(),
                Long.parseUnsignedLong(check.path("checksum").asText(), HEX)))
        : Optional.empty();
  }
}
