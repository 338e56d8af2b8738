package fi.kaiku.terminal.sync;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.store.Journal;
import fi.kaiku.terminal.store.JournalTransaction;
import fi.kaiku.terminal.store.Outbox;
import fi.kaiku.terminal.store.WriteOutcome;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Sends what waits in the outbox until the hub has recorded it. An entry is marked before its first
 * byte goes out, is repeated under its id until the hub has answered for it, and is never dropped:
 * what the hub refuses becomes a dead letter. One thread.
 */
final class Uploader {
  /** What became of one round. */
  enum Round {
    /** The outbox is empty. */
    NOTHING_LEFT,
    /** Some were answered for; there may be more. */
    SENT,
    /** Nothing was answered for; to be tried again after a wait. */
    FAILED
  }

  private static final int REASON_MAX = 200;

  private final Journal journal;
  private final BiFunction<byte[], UUID, CardId> open;
  private final HubLine line;
  private final Batches batches = new Batches();

  /**
   * Does nothing yet.
   *
   * @param open opens the seal of a card's id
   */
  Uploader(Journal journal, BiFunction<byte[], UUID, CardId> open, HubLine line) {
    this.journal = journal;
    this.open = open;
    this.line = line;
  }

  Round round() throws InterruptedException {
    return switch (journal.write(this::begin)) {
      case WriteOutcome.Recorded<UploadBody>(UploadBody body) -> send(body);
      case WriteOutcome.NotRecorded<UploadBody> _ -> Round.FAILED;
    };
  }

  /**
   * Looks and marks in one transaction: an entry that somebody takes back is either dropped before,
   * and not sent, or known to be perhaps sent.
   */
  private UploadBody begin(JournalTransaction tx) {
    List<Outbox.Entry> waiting = tx.view().outbox().waiting(batches.toLookAt());
    UploadBody body = new UploadBody(batches.next(waiting), open);
    body.nameless().forEach(entry -> tx.outbox().refused(entry.id(), UploadBody.CARD_LOST));
    body.sendable().forEach(entry -> tx.outbox().attempted(entry.id()));
    return body;
  }

  private Round send(UploadBody body) throws InterruptedException {
    if (body.sendable().isEmpty()) {
      return body.nameless().isEmpty() ? Round.NOTHING_LEFT : Round.SENT;
    }
    HubAnswer answer = line.ask(HubCall.post("/v1/admissions", body.json()));
    if (answer instanceof HubAnswer.Done(JsonNode done)
        && done.path("results").size() == body.sendable().size()
        && journal.write(tx -> settle(tx, body.sendable(), done.path("results")))
            instanceof WriteOutcome.Recorded<Integer>) {
      batches.delivered(body.sendable());
      return Round.SENT;
    }
    batches.failed(body.sendable());
    return Round.FAILED;
  }

  /** The hub answered for each in the order in which they were sent, and signed that. */
  private static int settle(JournalTransaction tx, List<Outbox.Entry> sent, JsonNode results) {
    for (int i = 0; i < sent.size(); i++) {
      UUID id = sent.get(i).id();
      JsonNode result = results.get(i);
      switch (result.path("result").asText()) {
        case "recorded", "already-known" -> tx.outbox().recorded(id);
        case "conflict" -> tx.outbox().refused(id, "conflict");
        case "rejected" -> tx.outbox().refused(id, reason(result));
        // A newer hub's word: the entry waits for one that is understood.
        default -> {}
      }
    }
    return sent.size();
  }

  private static String reason(JsonNode result) {
    String reason = result.path("reason").asText() + ": " + result.path("detail").asText();
    return reason.substring(0, Math.min(reason.length(), REASON_MAX));
  }
}
