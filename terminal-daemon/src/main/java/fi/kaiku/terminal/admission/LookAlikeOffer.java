package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.EntryWay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * R2: suggests usable look-alikes of an id that was typed at a desk and isn't in the registry. So
 * rarely that nobody can try ids one after the other. Station thread.
 */
final class LookAlikeOffer {
  /** A clerk who misreads five cards a minute is not reading cards. */
  static final int TIMES_MAX = 5;

  static final Duration WITHIN = Duration.ofMinutes(1);

  private final StationKind kind;
  private final CardIntake cards;
  private final Deque<Long> given = new ArrayDeque<>();

  LookAlikeOffer(StationKind kind, CardIntake cards) {
    this.kind = kind;
    this.cards = cards;
  }

  /** Empty as well when too many were asked for lately. */
  List<CardId> suggest(PresentedCard card, LocalDate today, long nanos) {
    if (kind != StationKind.DESK
        || card.entryWay() != EntryWay.TYPED
        || !cards.isUnknown(card.hash())) {
      return List.of();
    }
    given.removeIf(at -> nanos - at >= WITHIN.toNanos());
    if (given.size() >= TIMES_MAX) {
      return List.of();
    }
    given.add(nanos);
    return cards.lookAlikes(card.id(), today);
  }
}
