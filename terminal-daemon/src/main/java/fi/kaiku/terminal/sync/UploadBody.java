package fi.kaiku.terminal.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.SealBrokenException;
import fi.kaiku.terminal.store.Outbox;
import fi.kaiku.terminal.store.SealedId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Entries as the hub wants them: the payload, with the card's id where the reference to its sealed
 * form stands. What it needs of a card is in memory for the time of a call only.
 */
final class UploadBody {
  /** The journal was restored without the key that seals, say: nobody can tell whose use it was. */
  static final String CARD_LOST = "card-lost";

  private static final JsonMapper JSON = new JsonMapper();
  private static final String CARD = "card";

  private final BiFunction<byte[], UUID, CardId> open;
  private final ObjectNode body = JSON.createObjectNode();
  private final List<Outbox.Entry> sendable = new ArrayList<>();
  private final List<Outbox.Entry> nameless = new ArrayList<>();

  /**
   * For these entries.
   *
   * @param open opens the seal of a card's id
   */
  UploadBody(List<Outbox.Entry> entries, BiFunction<byte[], UUID, CardId> open) {
    this.open = open;
    var list = body.putArray("entries");
    for (Outbox.Entry entry : entries) {
      Optional<JsonNode> item = item(entry);
      item.ifPresent(list::add);
      (item.isPresent() ? sendable : nameless).add(entry);
    }
  }

  JsonNode json() {
    return body;
  }

  /** Those that are in it, in their order. */
  List<Outbox.Entry> sendable() {
    return sendable;
  }

  /** Uses whose card can't be named any more. */
  List<Outbox.Entry> nameless() {
    return nameless;
  }

  private Optional<JsonNode> item(Outbox.Entry entry) {
    ObjectNode payload = payload(entry);
    if (!payload.has(CARD)) {
      return Optional.of(payload);
    }
    return entry
        .card()
        .flatMap(closed -> card(closed, entry.id()))
        .map(card -> payload.put(CARD, card.value()));
  }

  private Optional<CardId> card(SealedId closed, UUID entry) {
    try {
      return Optional.of(open.apply(closed.bytes(), entry));
    } catch (SealBrokenException e) {
      return Optional.empty();
    }
  }

  private static ObjectNode payload(Outbox.Entry entry) {
    try {
      return (ObjectNode) JSON.readTree(entry.json());
    } catch (IOException e) {
      throw new IllegalStateException("outbox entry " + entry.id() + " is no JSON", e);
    }
  }
}
