package fi.kaiku.terminal.clock;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.clock.ClockReading.Doubt;
import fi.kaiku.terminal.clock.ClockReading.Source;
import fi.kaiku.terminal.clock.ClockReading.Trusted;
import fi.kaiku.terminal.clock.ClockReading.Untrusted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalClockTest {
  private static final Instant BUILT = Instant.parse("2026-11-01T00:00:00Z");
  private static final String NOON = "2026-11-23T12:00:00Z";

  @TempDir Path folder;
  private final FakeMachineTime machine = new FakeMachineTime(NOON);

  @Test
  void theFirstGoodTimeIsKeptAtOnce() {
    try (TerminalClock clock = start(ClockSource.SYSTEM)) {
      assertThat(clock.read()).isEqualTo(new Trusted(Instant.parse(NOON), Source.SYSTEM));
      assertThat(file()).hasContent(NOON + "\n" + BUILT + "\n");
    }
  }

  @Test
  void afterAKillTheNextStartKnowsTheTimeToFiveMinutes() throws IOException {
    String killed;
    try (TerminalClock clock = start(ClockSource.SYSTEM)) {
      machine.pass(Duration.ofHours(1));
      clock.look();
      machine.pass(TerminalClock.KEEP_EVERY.minusSeconds(1));
      clock.look();
      killed = Files.readString(file());
    }
    assertThat(killed).startsWith("2026-11-23T13:00:00Z");
    Files.writeString(file(), killed);
    machine.set("2026-11-23T12:04:59Z"); // an hour back

    try (TerminalClock clock = start(ClockSource.SYSTEM)) {
      assertThat(clock.read())
          .isEqualTo(new Untrusted(Instant.parse("2026-11-23T13:00:00Z"), Doubt.WENT_BACK));
    }
  }

  @Test
  void aDoubtIsToldWithoutAnybodyAskingAndOnlyOnce() {
    try (TerminalClock clock = start(ClockSource.SYSTEM)) {
      AtomicInteger changes = new AtomicInteger();
      clock.onChange(changes::incrementAndGet);
      clock.look();
      assertThat(changes).hasValue(0);

      machine.set("2035-01-01T00:00:00Z");
      clock.look();
      clock.look();
      assertThat(changes).hasValue(1);

      clock.confirm(LocalDateTime.parse("2026-11-23T14:00"));
      assertThat(changes).hasValue(2);
    }
  }

  @Test
  void aClerksWordDoesNotBecomeGoodTime() {
    machine.set("1970-01-01T00:00:00Z");
    try (TerminalClock clock = start(ClockSource.NTP)) {
      clock.confirm(LocalDateTime.parse("2026-11-23T14:00"));

      assertThat(file()).hasContent(BUILT + "\n" + NOON + "\n");
    }
    try (TerminalClock clock = start(ClockSource.NTP)) {
      assertThat(clock.read()).isEqualTo(new Untrusted(BUILT, Doubt.WENT_BACK));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "2026-11-23T12:00:00Z\n", "\n\n\n"})
  void aDamagedFileLeavesTheBuildsTime(String content) throws IOException {
    Files.writeString(file(), content);
    machine.set("1970-01-01T00:00:00Z");

    try (TerminalClock clock = start(ClockSource.SYSTEM)) {
      assertThat(clock.read()).isEqualTo(new Untrusted(BUILT, Doubt.WENT_BACK));
    }
  }

  @Test
  void aFolderThatCantBeWrittenStopsNothing() throws IOException {
    Files.createDirectory(folder.resolve("good-time.part"));
    Files.createFile(folder.resolve("good-time.part/in-the-way"));

    try (TerminalClock clock = start(ClockSource.SYSTEM)) {
      assertThat(clock.read()).isInstanceOf(Trusted.class);
    }
  }

  private TerminalClock start(ClockSource source) {
    return TerminalClock.start(source, machine, BUILT, file());
  }

  private Path file() {
    return folder.resolve("good-time");
  }
}
