package fi.kaiku.terminal.admission;

import static fi.kaiku.terminal.admission.DeskRig.CONCERT;
import static fi.kaiku.terminal.admission.DeskRig.SOLO;
import static fi.kaiku.terminal.admission.DeskRig.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.registry.CardKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What changes around a station while a visit is open, and what its screen then shows. */
class StationSurroundingsTest {
  private final DeskRig rig = new DeskRig(StationKind.DESK);

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aCardThatReachesTheRegistryIsJudgedAnew() {
    rig.select(CONCERT);
    rig.scan(STRANGER);
    VisitRef before = rig.ref();
    rig.register(STRANGER, CardKind.PERSONAL, LocalDate.of(2027, 1, 9), 1);
    rig.refresh();
    assertThat(rig.verdict()).isInstanceOf(Verdict.Ready.class);
    assertThat(rig.ref().visit()).isEqualTo(before.visit());
    assertThat(rig.ref().revision()).isGreaterThan(before.revision());
  }

  @Test
  void theEventThatWasChosenIsChosenAgainAfterARestart() {
    rig.select(CONCERT);
    assertThat(rig.restarted().event().map(Event::id)).contains(CONCERT);
  }

  @Test
  void anEventThatIsOverOrGoneIsNotChosenAgain() {
    rig.select(CONCERT);
    rig.wall = rig.events.get(CONCERT).endsAt().plusMillis(1);
    assertThat(rig.restarted().event()).isEmpty();

    rig.wall = Instant.EPOCH;
    rig.events.clear();
    assertThat(rig.restarted().event()).isEmpty();
  }

  /** R29: the next customer must not see what the last one chose. */
  @Test
  void aKioskForgetsItsEventWithTheRestart() {
    try (DeskRig kiosk = new DeskRig(StationKind.KIOSK)) {
      kiosk.select(CONCERT);
      assertThat(kiosk.restarted().event()).isEmpty();
    }
  }

  @Test
  void aSaleElsewhereShowsFewerPlacesButMakesNoPressTooLate() {
    rig.admissions.quota = OptionalInt.of(12);
    rig.select(CONCERT);
    rig.scan(SOLO);
    VisitRef before = rig.ref();
    rig.admissions.quota = OptionalInt.of(11);
    rig.refresh();
    assertThat(rig.ref()).isEqualTo(before);
    assertThat(rig.visit().facts().placesLeft()).hasValue(11);
    assertThat(rig.desk.issue(before)).isInstanceOf(DeskAnswer.Issued.class);
  }

  @Test
  void theLastPlaceSoldElsewhereChangesTheVerdict() {
    rig.admissions.quota = OptionalInt.of(1);
    rig.select(CONCERT);
    rig.scan(SOLO);
    VisitRef before = rig.ref();
    rig.admissions.quota = OptionalInt.of(0);
    rig.refresh();
    assertThat(rig.verdict()).isInstanceOf(Verdict.Refused.class);
    assertThat(rig.desk.issue(before)).isInstanceOf(DeskAnswer.VisitChanged.class);
  }

  @Test
  void nothingIsShownAnewWhenNothingHasChanged() {
    rig.select(CONCERT);
    rig.scan(SOLO);
    int shown = rig.shown.size();
    rig.refresh();
    assertThat(rig.shown).hasSize(shown);
  }

  @Test
  void aClockThatIsTrustedAgainGivesTheVerdict() {
    ClockReading good = rig.admissions.clock;
    rig.admissions.clock = new ClockReading.Untrusted(Instant.EPOCH, ClockReading.Doubt.WENT_BACK);
    rig.select(CONCERT);
    rig.scan(SOLO);
    assertThat(rig.verdict())
        .isInstanceOfSatisfying(
            Verdict.Refused.class, v -> assertThat(v.reason()).isEqualTo(Reason.CLOCK_NOT_TRUSTED));
    rig.admissions.clock = good;
    rig.refresh();
    assertThat(rig.verdict()).isInstanceOf(Verdict.Ready.class);
  }

  @Test
  void anEventThatLeavesTheListIsNotChosenAnyMore() {
    rig.select(CONCERT);
    rig.scan(SOLO);
    rig.events.remove(CONCERT);
    rig.refresh();
    assertThat(rig.desk.state().event()).isEmpty();
    assertThat(rig.verdict()).isInstanceOf(Verdict.Incomplete.class);
  }
}
