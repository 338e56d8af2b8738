package fi.kaiku.device.virtual;

import java.util.function.IntConsumer;

/**
 * Finds DLE EOT n in the stream as it arrives, before and beside its interpretation: printers
 * answer it while they can't print, and even where it stands inside a picture's dots.
 */
final class RealTimeScan {
  private static final int DLE = 0x10;
  private static final int EOT = 0x04;

  private final IntConsumer questions;
  private int matched;

  RealTimeScan(IntConsumer questions) {
    this.questions = questions;
  }

  void accept(byte b) {
    if (matched == 2) {
      matched = 0;
      questions.accept(b);
    } else if (matched == 1 && b == EOT) {
      matched = 2;
    } else {
      matched = b == DLE ? 1 : 0;
    }
  }
}
