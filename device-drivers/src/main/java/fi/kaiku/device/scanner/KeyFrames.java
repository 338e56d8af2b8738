package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.scanner.Framing.Suffix;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Typed text as a serial scanner's bytes: Enter or Tab ends a scan. For the owner thread. */
final class KeyFrames {
  /** Keys come 4 to 50 ms apart; nearly all scanners end with Enter. */
  static final Duration IDLE = Duration.ofMillis(500);

  private final FrameReader frames;
  private final KeyDecoder keys;

  KeyFrames(DeviceName name, KeyDecoder keys) {
    this.frames = new FrameReader(name, new Framing(Suffix.ANY, IDLE));
    this.keys = keys;
  }

  List<Reading> type(String text, Instant at) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ended(frames.accept(bytes, bytes.length, at));
  }

  List<Reading> idle(Instant at) {
    return ended(frames.idle(at));
  }

  List<Reading> cut(Instant at) {
    return ended(frames.cut(at));
  }

  /**
   * Keys were lost: the open scan is spoilt, and if none is open, this one was. It goes on to its
   * end, or its remaining keys would pass for a scan of their own, or for the start of the next.
   */
  List<Reading> lost(Instant at) {
    return type(String.valueOf(KeyDecoder.SUBSTITUTE), at);
  }

  boolean midFrame() {
    return frames.midFrame();
  }

  boolean jabbering() {
    return frames.jabbering();
  }

  private List<Reading> ended(List<Reading> readings) {
    if (!frames.midFrame()) {
      keys.endScan();
    }
    return readings;
  }
}
