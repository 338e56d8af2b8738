package fi.kaiku.terminal.call;

import fi.kaiku.terminal.admission.StationName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The calls of this terminal's kiosks, one a kiosk: its newest. Thread-safe; listeners are called
 * on the caller's thread and must return at once.
 */
public final class StaffCalls {
  /**
   * Nobody waits longer in front of a kiosk; an older call would send a clerk to an empty place.
   */
  static final Duration KEPT = Duration.ofMinutes(15);

  private final Supplier<UUID> ids;
  private final InstantSource wall;
  private final LongSupplier nanos;
  private final Map<StationName, Standing> byStation = new LinkedHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** A call, and since when it stands, by the monotonic clock. */
  private record Standing(StaffCall call, long since) {}

  /**
   * @param nanos a monotonic clock
   */
  public StaffCalls(Supplier<UUID> ids, InstantSource wall, LongSupplier nanos) {
    this.ids = ids;
    this.wall = wall;
    this.nanos = nanos;
  }

  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * Calls for a kiosk's customer. One that no clerk has answered yet is the same call with a newer
   * reason: a customer who presses twice does not call twice.
   */
  public StaffCall call(StationName station, String why) {
    StaffCall call = place(station, why);
    listeners.forEach(Runnable::run);
    return call;
  }

  private synchronized StaffCall place(StationName station, String why) {
    dropOld();
    UUID id =
        Optional.ofNullable(byStation.get(station))
            .map(Standing::call)
            .filter(call -> !call.acknowledged())
            .map(StaffCall::id)
            .orElseGet(ids);
    StaffCall call = new StaffCall(id, station, why, wall.instant(), false);
    byStation.put(station, new Standing(call, nanos.getAsLong()));
    return call;
  }

  /** A clerk comes. Harmless when the call was answered before, or is over. */
  public void acknowledge(UUID id) {
    answer(id);
    listeners.forEach(Runnable::run);
  }

  private synchronized void answer(UUID id) {
    byStation.replaceAll(
        (_, standing) ->
            standing.call().id().equals(id)
                ? new Standing(standing.call().answered(), standing.since())
                : standing);
  }

  /** The calls that stand, the oldest first. */
  public synchronized List<StaffCall> standing() {
    dropOld();
    return byStation.values().stream().map(Standing::call).toList();
  }

  private void dropOld() {
    long now = nanos.getAsLong();
    byStation.values().removeIf(standing -> now - standing.since() > KEPT.toNanos());
  }
}
