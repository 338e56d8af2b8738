package fi.kaiku.terminal.admission;

import static fi.kaiku.terminal.admission.DeskRig.CONCERT;
import static fi.kaiku.terminal.admission.DeskRig.EXPIRED;
import static fi.kaiku.terminal.admission.DeskRig.HOUSE;
import static fi.kaiku.terminal.admission.DeskRig.SOLO;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.card.CardId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R2: a look-alike is suggested to a clerk, never taken by itself, and not often. */
class LookAlikeOfferTest {
  /** {@link DeskRig#SOLO} as somebody reads it who takes the O for a zero. */
  private static final String MISREAD = "S0LO000001";

  private final DeskRig rig = new DeskRig(StationKind.DESK);

  @AfterEach
  void close() {
    rig.close();
  }

  private List<CardId> suggestions() {
    return rig.visit().suggestions().values().stream().flatMap(List::stream).toList();
  }

  @Test
  void aTypedUnknownIdIsToldWithTheCardThatItLooksLike() {
    rig.select(CONCERT);
    rig.desk.typed(MISREAD);
    assertThat(rig.verdict()).isInstanceOf(Verdict.Refused.class);
    assertThat(suggestions()).containsExactly(new CardId(SOLO));
  }

  @Test
  void theSuggestionStandsInThePlaceOfTheWrongId() {
    rig.select(CONCERT);
    rig.scan(HOUSE);
    rig.desk.typed(MISREAD);
    rig.desk.typed(SOLO);
    assertThat(rig.visit().visit().cards())
        .extracting(card -> card.id().value())
        .containsExactly(HOUSE, SOLO);
    assertThat(suggestions()).isEmpty();
    assertThat(rig.verdict()).isInstanceOf(Verdict.Ready.class);
  }

  @Test
  void aCorrectedIdAloneHasReplacedNoCustomer() {
    rig.select(CONCERT);
    rig.desk.typed(MISREAD);
    rig.desk.typed(SOLO);
    assertThat(rig.visit().notes()).isEmpty();
    assertThat(rig.verdict()).isInstanceOf(Verdict.Ready.class);
  }

  @Test
  void suggestionsStayWhileTheGroupGrows() {
    rig.select(CONCERT);
    rig.scan(HOUSE);
    rig.desk.typed(MISREAD);
    rig.scan("FAMILY0003");
    assertThat(suggestions()).containsExactly(new CardId(SOLO));
  }

  @Test
  void aCardThatCanNotBeUsedIsNotSuggested() {
    rig.desk.typed(EXPIRED.replace('0', 'O'));
    assertThat(suggestions()).isEmpty();
  }

  @Test
  void nothingIsSuggestedForAScan() {
    rig.scan(MISREAD);
    assertThat(suggestions()).isEmpty();
  }

  @Test
  void nothingIsSuggestedAtAKiosk() {
    try (DeskRig kiosk = new DeskRig(StationKind.KIOSK)) {
      kiosk.desk.typed(MISREAD);
      assertThat(kiosk.visit().suggestions()).isEmpty();
    }
  }

  @Test
  void onlySoManyAreSuggestedInAMinute() {
    for (int i = 0; i < LookAlikeOffer.TIMES_MAX; i++) {
      rig.desk.typed(MISREAD);
      assertThat(suggestions()).hasSize(1);
      rig.desk.cancel(rig.ref());
    }
    rig.desk.typed(MISREAD);
    assertThat(suggestions()).isEmpty();
    rig.desk.cancel(rig.ref());
    rig.pass(LookAlikeOffer.WITHIN);
    rig.desk.typed(MISREAD);
    assertThat(suggestions()).hasSize(1);
  }
}
