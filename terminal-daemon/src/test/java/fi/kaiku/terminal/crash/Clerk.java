package fi.kaiku.terminal.crash;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.api.DeskClient;
import fi.kaiku.terminal.api.UnixHttp;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Scans, chooses, issues and sometimes undoes, as fast as the daemon answers, until it is gone. */
final class Clerk implements Runnable {
  private static final Duration VERDICT_LIMIT = Duration.ofSeconds(20);

  private final DeskClient desk;
  private final Ledger ledger;
  private final RandomGenerator random;
  private final AtomicInteger nextCard;

  /** Cards below this one were scanned in earlier lives of the daemon. */
  private final int earlierCards;

  private final Set<Integer> scanned = new HashSet<>();

  Clerk(DeskClient desk, Ledger ledger, RandomGenerator random, AtomicInteger nextCard) {
    this.desk = desk;
    this.ledger = ledger;
    this.random = random;
    this.nextCard = nextCard;
    this.earlierCards = nextCard.get();
  }

  @Override
  public void run() {
    try {
      desk.chooseEvent(CrashSite.EVENT);
      while (!Thread.currentThread().isInterrupted()) {
        serveOne();
      }
    } catch (UncheckedIOException e) {
      // The daemon was killed under us: that is the point.
      Thread.currentThread().interrupt();
    }
  }

  private void serveOne() {
    int card = pickCard();
    String id = CrashSite.cardId(card);
    String before = desk.state().path("visit").path("scanId").asText();
    desk.scan(desk.station(), id);
    JsonNode visit = awaitVisit(before, id.substring(id.length() - 3));
    boolean isReady =
        visit.path("tone").asText().equals("yes")
            && desk.choose(visit, random.nextInt(3), random.nextInt(2));
    JsonNode now = desk.state().path("visit");
    if (isReady) {
      issue(now);
    } else if (now.isObject()) {
      desk.cancel(now);
    }
  }

  /**
   * Mostly a new card, sometimes one that has been here: never twice in one life, as a card that is
   * still under the reader begins no visit.
   */
  private int pickCard() {
    int earlier = earlierCards == 0 ? 0 : random.nextInt(earlierCards);
    boolean cameBack = earlierCards > 0 && random.nextInt(5) == 0 && scanned.add(earlier);
    return cameBack ? earlier : nextCard.getAndIncrement();
  }

  private void issue(JsonNode visit) {
    String visitId = visit.path("id").asText();
    int revision = visit.path("revision").asInt();
    UnixHttp.Reply reply;
    try {
      reply = desk.issue(visitId, revision);
    } catch (UncheckedIOException e) {
      ledger.unanswered(desk.station(), visitId, revision);
      throw e;
    }
    if (reply.status() == 200) {
      ledger.acknowledged(visitId);
      if (random.nextInt(8) == 0) {
        undo(visitId, DeskClient.parse(reply).path("admissionIds").path(0).asText());
      }
    }
  }

  private void undo(String visitId, String admissionId) {
    if (desk.undo(admissionId).status() == 200) {
      ledger.undone(visitId);
    }
  }

  private JsonNode awaitVisit(String scanBefore, String tail) {
    long deadline = System.nanoTime() + VERDICT_LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode visit = desk.state().path("visit");
      JsonNode card = visit.path("cards").path(0);
      if (card.path("tail").asText().equals(tail)
          && !visit.path("scanId").asText().equals(scanBefore)) {
        return visit;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("no verdict for a scan within " + VERDICT_LIMIT);
  }
}
