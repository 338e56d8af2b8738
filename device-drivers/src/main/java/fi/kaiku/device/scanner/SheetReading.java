package fi.kaiku.device.scanner;

import fi.kaiku.device.scanner.ProbeFinding.Understood;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Waits for the three codes of the test sheet among all that one device sends. What else comes,
 * somebody's typing too, is forgotten with the next thing that comes. Pure; for one thread.
 */
final class SheetReading {
  private final ScannerProbe probe;
  private final Deque<byte[]> last = new ArrayDeque<>();

  SheetReading(ScannerProbe probe) {
    this.probe = probe;
  }

  /** Takes what came from silence to silence; tells how the scanner is set once it is clear. */
  Optional<Understood> take(byte[] capture) {
    last.addLast(capture);
    if (last.size() < TestCode.values().length) {
      return Optional.empty();
    }
    Map<TestCode, byte[]> sheet = new EnumMap<>(TestCode.class);
    var captures = last.iterator();
    Arrays.stream(TestCode.values()).forEach(code -> sheet.put(code, captures.next()));
    ProbeFinding finding = probe.explain(sheet);
    Arrays.fill(last.removeFirst(), (byte) 0);
    return finding instanceof Understood found ? Optional.of(found) : Optional.empty();
  }
}
