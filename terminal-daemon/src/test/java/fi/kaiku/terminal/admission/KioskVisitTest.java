package fi.kaiku.terminal.admission;

import static fi.kaiku.terminal.admission.DeskRig.CONCERT;
import static fi.kaiku.terminal.admission.DeskRig.COURSE;
import static fi.kaiku.terminal.admission.DeskRig.EXPIRED;
import static fi.kaiku.terminal.admission.DeskRig.HOUSE;
import static fi.kaiku.terminal.admission.DeskRig.OTHER;
import static fi.kaiku.terminal.admission.DeskRig.SOLO;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.event.Event;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A kiosk's customers follow one another; none sees what the one before has chosen (R29). */
class KioskVisitTest {
  private final DeskRig kiosk = new DeskRig(StationKind.KIOSK);

  @AfterEach
  void close() {
    kiosk.close();
  }

  private List<Event> all() {
    return List.of(kiosk.events.get(CONCERT), kiosk.events.get(COURSE));
  }

  @Test
  void theEventEndsWithItsVisit() {
    kiosk.scan(SOLO);
    kiosk.select(CONCERT);
    kiosk.desk.cancel(kiosk.ref());
    assertThat(kiosk.desk.state().event()).isEmpty();

    kiosk.scan(OTHER);
    kiosk.select(CONCERT);
    assertThat(kiosk.desk.issue(kiosk.ref())).isInstanceOf(DeskAnswer.Issued.class);
    assertThat(kiosk.desk.state().event()).isEmpty();
  }

  @Test
  void anotherPersonsCardBeginsWithoutTheEventOfTheFirst() {
    kiosk.scan(SOLO);
    kiosk.select(CONCERT);
    DeskState state = kiosk.scan(OTHER);
    assertThat(state.event()).isEmpty();
    assertThat(kiosk.verdict())
        .isInstanceOfSatisfying(
            Verdict.Incomplete.class, v -> assertThat(v.need()).isEqualTo(Need.CHOOSE_EVENT));
  }

  @Test
  void withoutVisitNoEventIsChosen() {
    kiosk.select(CONCERT);
    assertThat(kiosk.desk.state().event()).isEmpty();
  }

  @Test
  void anEventIsOfferedOnlyToACardThatGetsIt() {
    kiosk.scan(HOUSE);
    assertThat(kiosk.desk.offered(all())).extracting(Event::id).containsExactly(CONCERT);
    kiosk.scan(SOLO);
    kiosk.select(CONCERT);
    kiosk.desk.issue(kiosk.ref());
    kiosk.pass(RecentCards.SAME_SCAN);
    kiosk.scan(SOLO);
    assertThat(kiosk.desk.offered(all())).extracting(Event::id).containsExactly(COURSE);
  }

  @Test
  void aClerkIsOfferedEveryEvent() {
    try (DeskRig desk = new DeskRig(StationKind.DESK)) {
      desk.scan(HOUSE);
      assertThat(desk.desk.offered(all())).isEqualTo(all());
    }
  }

  @Test
  void staffLearnWhatStandsInTheWay() {
    assertThat(kiosk.desk.obstacle(all())).isEmpty();
    kiosk.scan(EXPIRED);
    assertThat(kiosk.desk.obstacle(all())).isEqualTo(Optional.of(Reason.EXPIRED));
    kiosk.scan(OTHER);
    assertThat(kiosk.desk.obstacle(all())).isEmpty();
    kiosk.select(CONCERT);
    kiosk.desk.issue(kiosk.ref());
    kiosk.pass(RecentCards.SAME_SCAN);
    kiosk.scan(OTHER);
    assertThat(kiosk.desk.obstacle(List.of(kiosk.events.get(CONCERT))))
        .isEqualTo(Optional.of(Question.ALREADY_USED));
  }
}
