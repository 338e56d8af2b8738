package fi.kaiku.hub.use;

import java.time.Instant;
import java.util.UUID;

/** What a till has to know of another one's use (R21, R28). */
public sealed interface OtherUse {
  long position();

  /**
   * A use.
   *
   * @param cardKey the number of the national key that the card's hash was made with
   * @param cardHash 16 bytes as hex
   */
  record Use(
      long position,
      UUID admission,
      String event,
      String venue,
      UUID terminal,
      Instant at,
      int cardKey,
      String cardHash,
      int adults,
      int children,
      Standing standing)
      implements OtherUse {
    @Override
    public String toString() {
      return "Use[" + position + "]";
    }
  }

  /** A use was taken back. */
  record Taken(long position, UUID admission, Instant at) implements OtherUse {}

  /** Whether a void of it has come already. */
  enum Standing {
    STANDS,
    VOIDED
  }
}
