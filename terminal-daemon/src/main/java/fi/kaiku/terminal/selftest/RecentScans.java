package fi.kaiku.terminal.selftest;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.scanner.Reading;
import fi.kaiku.terminal.card.CardReader;
import fi.kaiku.terminal.card.CardReading;
import fi.kaiku.terminal.card.CardReading.NotACard;
import fi.kaiku.terminal.card.CardReading.Recognised;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The last scans of each scanner, in memory only; no text is kept (R3, R28). Thread-safe. */
public final class RecentScans {
  /** Enough to see whether the scanner reads what is held under it, newest first. */
  static final int KEPT = 5;

  static final String CARD = "card";

  private final CardReader reader;
  private final InstantSource time;
  private final Map<DeviceName, Deque<SeenScan>> scans = new HashMap<>();

  public RecentScans(CardReader reader, InstantSource time) {
    this.reader = reader;
    this.time = time;
  }

  /** Hands each reading on, first, and then takes note of it. On the scanner's thread. */
  public Consumer<Reading> noting(DeviceName scanner, Consumer<Reading> next) {
    return reading -> {
      next.accept(reading);
      note(scanner, seen(reader.read(reading)));
    };
  }

  /** Newest first. */
  public synchronized List<SeenScan> of(DeviceName scanner) {
    return List.copyOf(scans.getOrDefault(scanner, new ArrayDeque<>()));
  }

  private SeenScan seen(CardReading reading) {
    return switch (reading) {
      case Recognised card ->
          new SeenScan(time.instant(), CARD, card.id().value().length(), card.id().tail());
      case NotACard other ->
          new SeenScan(
              time.instant(),
              other.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
              other.length(),
              "");
    };
  }

  private synchronized void note(DeviceName scanner, SeenScan scan) {
    Deque<SeenScan> last = scans.computeIfAbsent(scanner, _ -> new ArrayDeque<>());
    last.addFirst(scan);
    if (last.size() > KEPT) {
      last.removeLast();
    }
  }
}
