package fi.kaiku.terminal.clock;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.clock.ClockReading.Trusted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a machine's clock, no believed time is a leap from the one before. */
class TrustedTimeProperties {
  private static final Instant BUILT = Instant.parse("2026-11-01T00:00:00Z");

  enum What {
    TIME_PASSES,
    CLOCK_IS_SET,
    NTP_COMES,
    NTP_GOES,
    RESTART
  }

  record Happening(What what, Duration amount) {}

  @Property
  void noLeapIsEverBelieved(
      @ForAll("happenings") List<Happening> happenings, @ForAll ClockSource source) {
    FakeMachineTime machine = new FakeMachineTime("2026-11-23T12:00:00Z");
    TrustedTime time = new TrustedTime(source, machine, BUILT, GoodTime.none(BUILT));
    Instant believed = machine.wall();
    Duration slack = TrustedTime.UNUSED_AT_MOST;
    for (Happening happening : happenings) {
      slack = slack.plus(TrustedTime.AGREES);
      switch (happening.what()) {
        case TIME_PASSES -> {
          machine.pass(happening.amount().abs());
          believed = believed.plus(happening.amount().abs());
        }
        case CLOCK_IS_SET -> machine.set(machine.wall().plus(happening.amount()));
        case NTP_COMES -> machine.synchronise();
        case NTP_GOES -> machine.loseSync();
        case RESTART -> {
          time = new TrustedTime(source, machine, BUILT, time.goodTime());
          slack = slack.plus(TrustedTime.OFF_AT_MOST);
        }
      }
      if (time.read() instanceof Trusted trusted) {
        assertThat(trusted.now()).isBetween(BUILT, believed.plus(slack));
        believed = trusted.now();
        slack = Duration.ZERO;
      }
    }
  }

  @Provide
  Arbitrary<List<Happening>> happenings() {
    Arbitrary<Duration> amounts =
        Arbitraries.oneOf(
            Arbitraries.longs().between(-120, 120).map(Duration::ofMinutes),
            Arbitraries.longs().between(-4_000, 4_000).map(Duration::ofDays));
    return Combinators.combine(Arbitraries.of(What.class), amounts)
        .as(Happening::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(30);
  }
}
