package fi.kaiku.terminal.clock;

import java.time.Duration;
import java.time.Instant;

/** A machine whose clock a test sets, and whose time passes when the test says so. */
final class FakeMachineTime implements MachineTime {
  private Instant wall;
  private long elapsedNanos = 1_000_000_000L;
  private Sync sync = Sync.NOT_SYNCHRONISED;

  FakeMachineTime(String wall) {
    this.wall = Instant.parse(wall);
  }

  synchronized void pass(Duration time) {
    wall = wall.plus(time);
    elapsedNanos += time.toNanos();
  }

  synchronized void set(Instant time) {
    wall = time;
  }

  void set(String time) {
    set(Instant.parse(time));
  }

  synchronized void synchronise() {
    sync = Sync.SYNCHRONISED;
  }

  synchronized void loseSync() {
    sync = Sync.NOT_SYNCHRONISED;
  }

  @Override
  public synchronized Instant wall() {
    return wall;
  }

  @Override
  public synchronized long elapsedNanos() {
    return elapsedNanos;
  }

  @Override
  public synchronized Sync sync() {
    return sync;
  }
}
