package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardHash;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which cards were read a moment ago. A card that lies under a reader is read again and again; that
 * is one scan, and its answer stays, also when the tickets were issued in between. Station thread.
 */
final class RecentCards {
  /** Longer than a hand needs to take a card away, shorter than a person who asks again. */
  static final Duration SAME_SCAN = Duration.ofSeconds(3);

  private final Map<CardHash, Seen> seen = new HashMap<>();

  /** Whether the card's visit is over, its answer being the state that is shown now. */
  private enum Answer {
    VISIT,
    DONE
  }

  private record Seen(long nanos, Answer answer) {}

  /** What a reading is, told by the card and the moment it arrived. */
  enum Reading {
    /** A scan of its own. */
    NEW,
    /** The same scan as the last one of this card, whose visit is under way. */
    REPEATED,
    /** The same scan as one that has been answered in full: by tickets, or by letting in. */
    ANSWERED
  }

  Reading read(CardHash card, long nanos) {
    seen.values().removeIf(last -> nanos - last.nanos() >= SAME_SCAN.toNanos());
    Seen last = seen.get(card);
    seen.put(card, new Seen(nanos, last == null ? Answer.VISIT : last.answer()));
    if (last == null) {
      return Reading.NEW;
    }
    return switch (last.answer()) {
      case VISIT -> Reading.REPEATED;
      case DONE -> Reading.ANSWERED;
    };
  }

  void answered(List<PresentedCard> cards, long nanos) {
    cards.forEach(card -> seen.put(card.hash(), new Seen(nanos, Answer.DONE)));
  }

  /** What was given has been taken back: the next reading is a scan of its own. */
  void forget() {
    seen.clear();
  }
}
