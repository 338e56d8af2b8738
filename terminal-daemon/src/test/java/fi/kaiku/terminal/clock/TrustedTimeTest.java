package fi.kaiku.terminal.clock;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.InZone;
import fi.kaiku.terminal.clock.ClockReading.Doubt;
import fi.kaiku.terminal.clock.ClockReading.Source;
import fi.kaiku.terminal.clock.ClockReading.Trusted;
import fi.kaiku.terminal.clock.ClockReading.Untrusted;
import fi.kaiku.terminal.clock.ConfirmOutcome.Confirmed;
import fi.kaiku.terminal.clock.ConfirmOutcome.Implausible;
import fi.kaiku.terminal.clock.ConfirmOutcome.NoSuchTime;
import fi.kaiku.terminal.clock.ConfirmOutcome.NotNeeded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrustedTimeTest {
  private static final Instant BUILT = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant LAST_GOOD = Instant.parse("2026-11-23T10:00:00Z");

  private final FakeMachineTime machine = new FakeMachineTime("2026-11-23T12:00:00Z");

  @Nested
  class AtTheStart {
    @ParameterizedTest
    @CsvSource({
      "1970-01-01T00:00:00Z, WENT_BACK",
      "2026-10-31T23:59:59Z, WENT_BACK", // before the build
      "2026-11-23T09:49:59Z, WENT_BACK", // more than ten minutes before the last good time
      "2026-11-23T09:50:00Z, ",
      "2026-11-23T10:00:00Z, ",
      "2027-03-03T10:00:00Z, ", // a hundred days after it
      "2027-03-03T10:00:01Z, JUMPED_AHEAD",
      "2035-01-01T00:00:00Z, JUMPED_AHEAD"
    })
    void theMachinesClockIsHeldAgainstTheLastGoodTime(Instant wall, Doubt doubt) {
      machine.set(wall);
      for (ClockSource source : ClockSource.values()) {
        machine.synchronise();
        assertThat(start(source, known()).read())
            .isEqualTo(
                doubt == null
                    ? new Trusted(wall, source.reading())
                    : new Untrusted(LAST_GOOD, doubt));
      }
    }

    @ParameterizedTest
    @CsvSource({
      "2026-10-31T23:59:59Z, WENT_BACK",
      "2026-11-01T00:00:00Z, ",
      "2029-11-05T00:00:00Z, ",
      "2029-11-05T00:00:01Z, JUMPED_AHEAD",
      "2035-01-01T00:00:00Z, JUMPED_AHEAD"
    })
    void theVeryFirstTimeItIsHeldAgainstTheBuild(Instant wall, Doubt doubt) {
      machine.set(wall);

      assertThat(start(ClockSource.SYSTEM, GoodTime.none(BUILT)).read())
          .isEqualTo(
              doubt == null ? new Trusted(wall, Source.SYSTEM) : new Untrusted(BUILT, doubt));
    }

    @Test
    void withoutNtpItIsNotBelievedUntilNtpComes() {
      TrustedTime time = start(ClockSource.NTP, known());
      assertThat(time.read()).isEqualTo(new Untrusted(machine.wall(), Doubt.NOT_SYNCHRONISED));

      machine.set("2026-11-23T14:30:00Z");
      machine.synchronise();
      assertThat(time.read()).isEqualTo(new Trusted(machine.wall(), Source.NTP));
    }

    @Test
    void inDoubtItsBestGuessIsTheLastGoodTimeAndGoesOn() {
      machine.set("1970-01-01T00:00:00Z");
      TrustedTime time = start(ClockSource.SYSTEM, known());
      machine.pass(Duration.ofHours(2));

      assertThat(time.read().now()).isEqualTo(LAST_GOOD.plus(Duration.ofHours(2)));
    }
  }

  @Nested
  class WhileRunning {
    @ParameterizedTest
    @CsvSource({
      "-PT1H, WENT_BACK",
      "-PT10M0.001S, WENT_BACK",
      "-PT10M, ",
      "PT0S, ",
      "PT10M, ",
      "PT10M0.001S, JUMPED_AHEAD",
      "PT1H, JUMPED_AHEAD",
      "P3000D, JUMPED_AHEAD"
    })
    void aClockThatIsSetAgainstTheTimePassedIsDoubted(Duration set, Doubt doubt) {
      for (ClockSource source : ClockSource.values()) {
        machine.set("2026-11-23T12:00:00Z");
        machine.synchronise();
        TrustedTime time = start(source, known());
        time.read();
        machine.pass(Duration.ofHours(3));
        Instant right = machine.wall();
        machine.set(right.plus(set));

        assertThat(time.read())
            .isEqualTo(
                doubt == null
                    ? new Trusted(right.plus(set), source.reading())
                    : new Untrusted(right, doubt));
        machine.set(right);
        assertThat(time.read()).isInstanceOf(Trusted.class);
      }
    }

    @Test
    void ntpThatIsLostAgainDoesNoHarm() {
      machine.synchronise();
      TrustedTime time = start(ClockSource.NTP, known());
      time.read();
      machine.loseSync();
      machine.pass(Duration.ofDays(30));

      assertThat(time.read()).isEqualTo(new Trusted(machine.wall(), Source.NTP));
    }

    @Test
    void aJumpDoesNotBecomeTheLastGoodTime() {
      TrustedTime time = start(ClockSource.SYSTEM, known());
      time.read();
      machine.set("2035-01-01T00:00:00Z");
      time.read();

      assertThat(time.goodTime().good()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
    }
  }

  @Nested
  class WhenAClerkConfirms {
    @Test
    void theTimeGoesOnFromThereHoweverTheMachinesClockIsSet() {
      machine.set("1970-01-01T00:00:00Z");
      TrustedTime time = start(ClockSource.NTP, known());

      assertThat(time.confirm(local("2026-11-23T18:42")))
          .isEqualTo(new Confirmed(clerk("2026-11-23T16:42:00Z")));
      machine.pass(Duration.ofMinutes(90));
      machine.set("1999-01-01T00:00:00Z");
      assertThat(time.read()).isEqualTo(clerk("2026-11-23T18:12:00Z"));
    }

    @Test
    void itIsHelsinkisTimeInWhateverZoneTheMachineIs() {
      for (String zone : new String[] {"Europe/Helsinki", "America/Los_Angeles"}) {
        InZone.run(
            zone,
            () ->
                assertThat(start(ClockSource.NTP, known()).confirm(local("2026-11-23T18:42")))
                    .isEqualTo(new Confirmed(clerk("2026-11-23T16:42:00Z"))));
      }
    }

    @ParameterizedTest
    @CsvSource({
      "2026-11-23T11:49, false",
      "2026-11-23T11:50, true", // ten minutes before the last good time: a typed minute
      "2027-12-28T12:00, true", // 400 days after it
      "2027-12-28T12:01, false",
      "1970-01-01T02:00, false"
    })
    void aloneItIsBelievedWithinLimits(LocalDateTime claimed, boolean believed) {
      machine.set("1970-01-01T00:00:00Z");

      assertThat(start(ClockSource.NTP, known()).confirm(claimed) instanceof Confirmed)
          .isEqualTo(believed);
    }

    @Test
    void aRefusalSaysWhatWouldBeBelieved() {
      machine.set("1970-01-01T00:00:00Z");

      assertThat(start(ClockSource.NTP, known()).confirm(local("2035-01-01T00:00")))
          .isEqualTo(
              new Implausible(
                  LAST_GOOD.minus(TrustedTime.AGREES),
                  LAST_GOOD.plus(TrustedTime.CONFIRMED_AHEAD_AT_MOST)));
    }

    @Test
    void withTheMachinesClockItIsBelievedBeyondThem() {
      machine.set("2030-06-01T09:03:00Z");
      TrustedTime time = start(ClockSource.SYSTEM, known());
      assertThat(time.read()).isInstanceOf(Untrusted.class);

      assertThat(time.confirm(local("2030-06-01T12:00")))
          .isEqualTo(new Confirmed(clerk("2030-06-01T09:03:00Z")));
      assertThat(start(ClockSource.SYSTEM, time.goodTime()).read()).isInstanceOf(Trusted.class);
    }

    @Test
    void butNeverBeforeTheBuild() {
      machine.set("2026-10-01T09:00:00Z");

      assertThat(start(ClockSource.SYSTEM, known()).confirm(local("2026-10-01T12:00")))
          .isInstanceOf(Implausible.class);
    }

    @Test
    void aLastGoodTimeThatWasWrongIsPutRightByAClerkAndTheMachineTogether() {
      GoodTime wrong = GoodTime.none(BUILT).at(Instant.parse("2027-02-01T00:00:00Z"));
      TrustedTime time = start(ClockSource.SYSTEM, wrong);
      assertThat(time.read()).isInstanceOf(Untrusted.class);

      assertThat(time.confirm(local("2026-11-23T14:00"))).isInstanceOf(Confirmed.class);
      assertThat(start(ClockSource.SYSTEM, time.goodTime()).read()).isInstanceOf(Trusted.class);
    }

    @Test
    void dayAfterDayWithoutNtpItIsBelievedAgain() {
      GoodTime goodTime = known();
      for (int day = 1; day <= 1_000; day += 50) {
        machine.set("1970-01-01T00:00:00Z");
        TrustedTime time = start(ClockSource.NTP, goodTime);

        assertThat(time.confirm(local("2026-11-23T12:00").plusDays(day)))
            .isInstanceOf(Confirmed.class);
        goodTime = time.goodTime();
      }
      assertThat(goodTime.good()).isEqualTo(LAST_GOOD);
    }

    @Test
    void aTypingMistakeCanBePutRight() {
      machine.set("1970-01-01T00:00:00Z");
      TrustedTime time = start(ClockSource.NTP, known());
      time.confirm(local("2026-12-23T18:42"));

      assertThat(time.confirm(local("2026-11-23T18:42")))
          .isEqualTo(new Confirmed(clerk("2026-11-23T16:42:00Z")));
    }

    @Test
    void aTrustedClockNeedsNone() {
      TrustedTime time = start(ClockSource.SYSTEM, known());

      assertThat(time.confirm(local("2026-12-24T00:00"))).isInstanceOf(NotNeeded.class);
      assertThat(time.read()).isEqualTo(new Trusted(machine.wall(), Source.SYSTEM));
    }

    @ParameterizedTest
    @CsvSource({
      "2027-03-28T02:59, 2027-03-28T00:59:00Z",
      "2027-03-28T03:30, ",
      "2027-03-28T04:00, 2027-03-28T01:00:00Z"
    })
    void theHourThatSummerLeavesOutIsNoTime(LocalDateTime claimed, Instant time) {
      machine.set("1970-01-01T00:00:00Z");

      assertThat(start(ClockSource.NTP, known()).confirm(claimed))
          .isEqualTo(
              time == null ? new NoSuchTime() : new Confirmed(new Trusted(time, Source.CLERK)));
    }

    @ParameterizedTest
    @CsvSource({
      "2027-10-30T23:50:00Z, 2027-10-31T00:30:00Z",
      "2027-10-31T01:50:00Z, 2027-10-31T01:30:00Z"
    })
    void ofTheDoubledHourOfAutumnTheNearerOneIsMeant(Instant guess, Instant meant) {
      machine.set("1970-01-01T00:00:00Z");
      GoodTime goodTime = GoodTime.none(BUILT).at(guess.minus(Duration.ofHours(2)));
      TrustedTime time = start(ClockSource.NTP, goodTime);
      machine.pass(Duration.ofHours(2));

      assertThat(time.confirm(local("2027-10-31T03:30")))
          .isEqualTo(new Confirmed(new Trusted(meant, Source.CLERK)));
    }
  }

  @Nested
  class WhenNtpComesAfterAClerk {
    @Test
    void itTakesOverWhereItAgrees() {
      TrustedTime time = start(ClockSource.NTP, known());
      time.confirm(local("2026-11-23T14:03"));
      machine.synchronise();

      assertThat(time.read()).isEqualTo(new Trusted(machine.wall(), Source.NTP));
    }

    @Test
    void itTakesOverWhereItHasSetTheClock() {
      machine.set("1970-01-01T00:00:00Z");
      TrustedTime time = start(ClockSource.NTP, known());
      time.confirm(local("2026-12-23T14:00"));
      machine.set("2026-11-23T12:00:00Z");
      machine.synchronise();

      assertThat(time.read()).isEqualTo(new Trusted(machine.wall(), Source.NTP));
    }

    @ParameterizedTest
    @EnumSource(ClockSource.class)
    void itDoesNotWhereTheClerkOverruledIt(ClockSource source) {
      machine.synchronise();
      TrustedTime time = start(source, known());
      time.read();
      machine.set("2035-01-01T00:00:00Z");
      time.confirm(local("2026-11-23T14:00"));
      machine.pass(Duration.ofHours(1));

      assertThat(time.read()).isEqualTo(clerk("2026-11-23T13:00:00Z"));
    }
  }

  private TrustedTime start(ClockSource source, GoodTime goodTime) {
    return new TrustedTime(source, machine, BUILT, goodTime);
  }

  private static GoodTime known() {
    return GoodTime.none(BUILT).at(LAST_GOOD);
  }

  private static Trusted clerk(String time) {
    return new Trusted(Instant.parse(time), Source.CLERK);
  }

  private static LocalDateTime local(String time) {
    return LocalDateTime.parse(time);
  }
}
