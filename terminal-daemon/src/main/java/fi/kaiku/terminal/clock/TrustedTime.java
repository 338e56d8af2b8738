package fi.kaiku.terminal.clock;

import fi.kaiku.terminal.clock.ClockReading.Doubt;
import fi.kaiku.terminal.clock.ClockReading.Source;
import fi.kaiku.terminal.clock.ClockReading.Trusted;
import fi.kaiku.terminal.clock.ClockReading.Untrusted;
import fi.kaiku.terminal.clock.GoodTime.Ever;
import fi.kaiku.terminal.clock.MachineTime.Sync;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/**
 * Decides what time it is. Three witnesses: the machine's clock, the time that has passed since a
 * moment whose time was known, and the latest time that was ever good. Where they disagree, nothing
 * is believed until a clerk says what time it is, or until they agree again. Not thread-safe.
 */
final class TrustedTime {
  /** Clocks that differ by less agree: a typed minute, a correction after days without NTP. */
  static final Duration AGREES = Duration.ofMinutes(10);

  /** A terminal that was off for longer asks once, rather than believing a leap. */
  static final Duration OFF_AT_MOST = Duration.ofDays(100);

  /** From a build to the first start of it. */
  static final Duration UNUSED_AT_MOST = Duration.ofDays(1_100);

  /** How far ahead of all that was ever known a clerk is believed alone. */
  static final Duration CONFIRMED_AHEAD_AT_MOST = Duration.ofDays(400);

  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  private final ClockSource source;
  private final MachineTime machine;
  private final Instant built;
  private final long startedAt;
  private GoodTime goodTime;

  /** Null until the time was first known in this run. */
  private Anchor anchor;

  TrustedTime(ClockSource source, MachineTime machine, Instant built, GoodTime goodTime) {
    this.source = source;
    this.machine = machine;
    this.built = built;
    this.goodTime = goodTime;
    this.startedAt = machine.elapsedNanos();
  }

  GoodTime goodTime() {
    return goodTime;
  }

  ClockReading read() {
    Instant wall = machine.wall();
    long elapsed = machine.elapsedNanos();
    if (anchor == null) {
      return first(wall, elapsed);
    }
    return anchor.source() == Source.CLERK
        ? afterConfirmation(wall, elapsed)
        : runningOn(wall, elapsed);
  }

  ConfirmOutcome confirm(LocalDateTime helsinki) {
    ClockReading reading = read();
    if (reading instanceof Trusted trusted && trusted.source() != Source.CLERK) {
      return new ConfirmOutcome.NotNeeded(trusted);
    }
    List<ZoneOffset> offsets = HELSINKI.getRules().getValidOffsets(helsinki);
    return offsets.stream()
        .map(helsinki::toInstant)
        .min(Comparator.comparing(time -> Duration.between(time, reading.now()).abs()))
        .map(this::judge)
        .orElse(new ConfirmOutcome.NoSuchTime());
  }

  /** The first time of this run has only the last run's to be held against. */
  private ClockReading first(Instant wall, long elapsed) {
    Instant atLeast = goodTime.good().plusNanos(elapsed - startedAt);
    if (wall.isBefore(earliest())) {
      return new Untrusted(atLeast, Doubt.WENT_BACK);
    }
    if (wall.isAfter(latestAtStart())) {
      return new Untrusted(atLeast, Doubt.JUMPED_AHEAD);
    }
    if (source == ClockSource.NTP && machine.sync() == Sync.NOT_SYNCHRONISED) {
      return new Untrusted(wall, Doubt.NOT_SYNCHRONISED);
    }
    return believeMachine(wall, elapsed);
  }

  private ClockReading runningOn(Instant wall, long elapsed) {
    Instant expected = anchor.now(elapsed);
    if (wall.isBefore(expected.minus(AGREES))) {
      return new Untrusted(expected, Doubt.WENT_BACK);
    }
    if (wall.isAfter(expected.plus(AGREES))) {
      return new Untrusted(expected, Doubt.JUMPED_AHEAD);
    }
    return believeMachine(wall, elapsed);
  }

  /**
   * NTP outranks a clerk as soon as it speaks up: it agrees, or has set the clock since. The wall
   * clock that the clerk overruled does not, synchronised or not.
   */
  private ClockReading afterConfirmation(Instant wall, long elapsed) {
    Instant now = anchor.now(elapsed);
    boolean speaksUp =
        agree(wall, now) || anchor.wallSetBy(wall, elapsed).abs().compareTo(AGREES) > 0;
    if (source == ClockSource.NTP
        && speaksUp
        && !wall.isBefore(earliest())
        && !wall.isAfter(latestAtStart())
        && machine.sync() == Sync.SYNCHRONISED) {
      return believeMachine(wall, elapsed);
    }
    return new Trusted(now, Source.CLERK);
  }

  private Trusted believeMachine(Instant wall, long elapsed) {
    anchor = new Anchor(wall, elapsed, wall, source.reading());
    goodTime = goodTime.at(wall);
    return new Trusted(wall, source.reading());
  }

  /** A clerk and the machine's clock together are believed, each alone within limits. */
  private ConfirmOutcome judge(Instant claimed) {
    Instant wall = machine.wall();
    long elapsed = machine.elapsedNanos();
    boolean machineAgrees = agree(claimed, wall) && !wall.isBefore(built);
    Instant latest = latestToConfirm();
    if (!machineAgrees && (claimed.isBefore(earliest()) || claimed.isAfter(latest))) {
      return new ConfirmOutcome.Implausible(earliest(), latest);
    }
    Instant now = machineAgrees ? wall : claimed;
    anchor = new Anchor(now, elapsed, wall, Source.CLERK);
    if (machineAgrees && (source == ClockSource.SYSTEM || machine.sync() == Sync.SYNCHRONISED)) {
      goodTime = goodTime.at(now);
    }
    goodTime = goodTime.confirmedAt(now);
    return new ConfirmOutcome.Confirmed(new Trusted(now, Source.CLERK));
  }

  private Instant earliest() {
    Instant lastGood = goodTime.good().minus(AGREES);
    return lastGood.isBefore(built) ? built : lastGood;
  }

  private Instant latestAtStart() {
    return switch (goodTime.ever()) {
      case YES -> goodTime.good().plus(OFF_AT_MOST);
      case NO -> built.plus(UNUSED_AT_MOST);
    };
  }

  private Instant latestToConfirm() {
    Instant known = goodTime.latest().plus(CONFIRMED_AHEAD_AT_MOST);
    return goodTime.ever() == Ever.NO && known.isBefore(latestAtStart()) ? latestAtStart() : known;
  }

  private static boolean agree(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(AGREES) <= 0;
  }
}
