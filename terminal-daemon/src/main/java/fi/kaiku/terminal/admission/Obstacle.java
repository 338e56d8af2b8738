package fi.kaiku.terminal.admission;

import java.util.Optional;

/** What keeps a customer who stands alone at a kiosk from going on: a reason, or a question. */
final class Obstacle {
  private Obstacle() {}

  /** Empty where nothing is wrong, though something may be missing that the customer can choose. */
  static Optional<Enum<?>> in(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused refused -> Optional.of(refused.reason());
      case Verdict.Undecided undecided -> Optional.of(undecided.questions().getFirst());
      case Verdict.Incomplete _, Verdict.Ready _ -> Optional.empty();
    };
  }
}
