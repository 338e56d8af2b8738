package fi.kaiku.terminal.admission;

import static fi.kaiku.terminal.admission.DeskRig.CONCERT;
import static fi.kaiku.terminal.admission.DeskRig.COURSE;
import static fi.kaiku.terminal.admission.DeskRig.EXPIRED;
import static fi.kaiku.terminal.admission.DeskRig.FAMILY;
import static fi.kaiku.terminal.admission.DeskRig.HOUSE;
import static fi.kaiku.terminal.admission.DeskRig.OTHER;
import static fi.kaiku.terminal.admission.DeskRig.OTHER_HOUSE;
import static fi.kaiku.terminal.admission.DeskRig.SOLO;
import static fi.kaiku.terminal.admission.DeskRig.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.scanner.UnreadableScan;
import fi.kaiku.terminal.card.CardReading;
import fi.kaiku.terminal.card.EntryWay;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventId;
import fi.kaiku.terminal.registry.CardKind;
import fi.kaiku.terminal.registry.RegistryAge;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scans, choices and what comes of them on one station; issuing has a test of its own. */
class StationDeskTest {
  private static final String IDENTITY_CODE = "131052-308T";

  private final DeskRig rig = new DeskRig(StationKind.DESK);

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aScanShowsWhatTheCardGives() {
    rig.select(CONCERT);
    DeskState state = rig.scan(SOLO);
    assertThat(rig.verdict()).isInstanceOf(Verdict.Ready.class);
    assertThat(rig.visit().visit().revision()).isEqualTo(1);
    assertThat(state.notice()).isEmpty();
    assertThat(rig.shown).last().isEqualTo(state);
  }

  @Test
  void withoutEventTheCardIsShownAndTheEventAskedFor() {
    rig.scan(SOLO);
    assertThat(rig.verdict())
        .isInstanceOfSatisfying(
            Verdict.Incomplete.class, v -> assertThat(v.need()).isEqualTo(Need.CHOOSE_EVENT));
    int before = rig.visit().visit().revision();
    rig.select(CONCERT);
    assertThat(rig.verdict()).isInstanceOf(Verdict.Ready.class);
    assertThat(rig.visit().visit().revision()).isGreaterThan(before);
  }

  @Test
  void theEventStaysForTheFollowingVisits() {
    rig.select(CONCERT);
    rig.scan(SOLO);
    rig.desk.cancel(rig.ref());
    rig.scan(OTHER);
    assertThat(rig.verdict()).isInstanceOf(Verdict.Ready.class);
  }

  @Test
  void anEventThatIsNotInTheListIsNotChosen() {
    rig.select(CONCERT);
    assertThat(rig.desk.selectEvent(new EventId("gone")))
        .isInstanceOf(DeskAnswer.NoSuchEvent.class);
    assertThat(rig.desk.state().event().map(Event::id)).contains(CONCERT);
  }

  @Test
  void anotherEventAsksItsQuestionsAnew() {
    rig.admissions.age = new RegistryAge.Stale(RuleWorld.instant("2026-11-01 04:00:00"));
    rig.select(CONCERT);
    rig.scan(STRANGER);
    rig.desk.choose(rig.ref(), Choices.NONE.confirming(Set.of(Question.UNVERIFIED_CARD)));
    assertThat(rig.verdict()).isInstanceOf(Verdict.Ready.class);
    rig.select(COURSE);
    assertThat(rig.verdict()).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void whatIsNoCardIsToldByKindAndLengthOnlyAndTheVisitStays() {
    rig.select(CONCERT);
    ShownVisit visit = rig.scan(SOLO).visit().orElseThrow();
    DeskState state = rig.scan(IDENTITY_CODE);
    assertThat(state.visit()).contains(visit);
    assertThat(state.notice())
        .hasValueSatisfying(
            notice ->
                assertThat(notice)
                    .isInstanceOfSatisfying(
                        Notice.NotACard.class,
                        told -> {
                          assertThat(told.kind())
                              .isEqualTo(CardReading.Kind.PERSONAL_IDENTITY_CODE);
                          assertThat(told.length()).isEqualTo(IDENTITY_CODE.length());
                        }));
    assertThat(rig.shown.toString()).doesNotContain("308T").doesNotContain(SOLO);
  }

  @Test
  void anUnreadableScanIsTold() {
    rig.desk.accept(
        new UnreadableScan(
            new DeviceName("desk-1"), Instant.EPOCH, UnreadableScan.Cause.GARBLED, 4000));
    assertThat(rig.settled().notice())
        .hasValueSatisfying(
            notice ->
                assertThat(notice)
                    .isInstanceOfSatisfying(
                        Notice.NotACard.class,
                        told -> assertThat(told.kind()).isEqualTo(CardReading.Kind.UNREADABLE)));
  }

  @Test
  void theNextScanTakesTheNoticeAway() {
    rig.select(CONCERT);
    assertThat(rig.scan("https://example.org").notice()).isPresent();
    assertThat(rig.scan(SOLO).notice()).isEmpty();
  }

  @Test
  void aNoticeCanBeDismissed() {
    rig.scan("https://example.org");
    rig.desk.dismissNotice();
    assertThat(rig.desk.state().notice()).isEmpty();
  }

  @Test
  void theSameCardWithinThreeSecondsIsTheSameScan() {
    rig.select(CONCERT);
    DeskState first = rig.scan(SOLO);
    rig.pass(RecentCards.SAME_SCAN.minusNanos(1));
    assertThat(rig.scan(SOLO)).isEqualTo(first);
  }

  @Test
  void theSameCardLaterIsAScanOfItsOwnAndTheSameVisit() {
    rig.select(CONCERT);
    ShownVisit first = rig.scan(SOLO).visit().orElseThrow();
    rig.pass(RecentCards.SAME_SCAN);
    ShownVisit second = rig.scan(SOLO).visit().orElseThrow();
    assertThat(second.visit()).isEqualTo(first.visit());
    assertThat(second.scanId()).isNotEqualTo(first.scanId());
  }

  @Test
  void aCardIsTakenAgainRightAfterItsVisitWasCancelled() {
    rig.select(CONCERT);
    rig.scan(SOLO);
    rig.desk.cancel(rig.ref());
    assertThat(rig.scan(SOLO).visit()).isPresent();
  }

  @Test
  void aSecondPersonalCardReplacesTheFirst() {
    rig.select(CONCERT);
    VisitId first = rig.scan(SOLO).visit().orElseThrow().visit().id();
    rig.scan(FAMILY);
    assertThat(rig.visit().visit().id()).isNotEqualTo(first);
    assertThat(rig.visit().notes()).containsExactly(Note.REPLACED_CARD);
    assertThat(rig.visit().visit().cards()).hasSize(1);
  }

  @Test
  void afterARefusalNothingWasLeftLying() {
    rig.select(CONCERT);
    rig.scan(EXPIRED);
    rig.scan(FAMILY);
    assertThat(rig.verdict()).isInstanceOf(Verdict.Ready.class);
    assertThat(rig.visit().notes()).isEmpty();
  }

  @Test
  void clientsJoinACommunityCard() {
    rig.select(CONCERT);
    rig.scan(HOUSE, SOLO, EXPIRED);
    assertThat(rig.visit().visit().cards()).hasSize(3);
    assertThat(rig.verdict())
        .isInstanceOfSatisfying(
            Verdict.Ready.class, v -> assertThat(v.offer().places()).isEqualTo(2));
  }

  @Test
  void aSecondCommunityCardIsTheNextGroups() {
    rig.select(CONCERT);
    rig.scan(HOUSE, SOLO, OTHER_HOUSE);
    assertThat(rig.visit().visit().cards()).hasSize(1);
    assertThat(rig.visit().notes()).contains(Note.REPLACED_CARD);
  }

  @Test
  void anotherClientIsAskedAboutAnew() {
    rig.admissions.age = new RegistryAge.Missing();
    rig.select(CONCERT);
    rig.scan(HOUSE, STRANGER);
    rig.desk.choose(rig.ref(), Choices.NONE.confirming(Set.of(Question.UNVERIFIED_CARD)));
    assertThat(rig.verdict()).isInstanceOf(Verdict.Ready.class);
    rig.scan("STRANGER02");
    assertThat(rig.verdict()).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void aVisitTakesNoMoreCardsThanItMayHave() {
    rig.select(CONCERT);
    rig.scan(HOUSE);
    for (int i = 1; i < Visit.CARDS_MAX; i++) {
      String id = String.format(Locale.ROOT, "CLIENT%04d", i);
      rig.register(id, CardKind.PERSONAL, LocalDate.of(2027, 1, 9), 0);
      rig.scan(id);
    }
    assertThat(rig.desk.state().notice()).isEmpty();
    DeskState full = rig.scan(SOLO);
    assertThat(full.notice())
        .hasValueSatisfying(n -> assertThat(n).isInstanceOf(Notice.VisitFull.class));
    assertThat(rig.visit().visit().cards()).hasSize(Visit.CARDS_MAX);
  }

  @Test
  void choicesAreSetWholeAndMoveTheRevision() {
    rig.select(CONCERT);
    rig.scan(FAMILY);
    VisitRef ref = rig.ref();
    rig.desk.choose(ref, new Choices(Map.of(DeskRig.hash(FAMILY), 2), 0, 1, 0, Set.of()));
    assertThat(rig.ref().revision()).isGreaterThan(ref.revision());
    assertThat(rig.verdict())
        .isInstanceOfSatisfying(
            Verdict.Ready.class, v -> assertThat(v.offer().tickets()).isEqualTo(4));
    rig.desk.choose(rig.ref(), Choices.NONE);
    assertThat(rig.verdict())
        .isInstanceOfSatisfying(
            Verdict.Ready.class, v -> assertThat(v.offer().tickets()).isEqualTo(1));
  }

  @Test
  void choicesForAPastLookAreNotTaken() {
    rig.select(CONCERT);
    rig.scan(FAMILY);
    VisitRef past = rig.ref();
    rig.desk.choose(past, Choices.NONE);
    ShownVisit before = rig.visit();
    assertThat(
            rig.desk.choose(past, new Choices(Map.of(DeskRig.hash(FAMILY), 3), 0, 0, 0, Set.of())))
        .isInstanceOf(DeskAnswer.VisitChanged.class);
    assertThat(rig.visit()).isEqualTo(before);
  }

  @Test
  void aYesInAdvanceIsWorthNothing() {
    rig.select(CONCERT);
    rig.scan(HOUSE);
    rig.desk.choose(rig.ref(), new Choices(Map.of(), 4, 0, 0, Set.of(Question.LARGE_GROUP)));
    assertThat(rig.visit().visit().choices().confirmed()).isEmpty();
    rig.desk.choose(rig.ref(), new Choices(Map.of(), 5, 0, 0, Set.of()));
    assertThat(rig.verdict()).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void cancelEndsTheVisitAndIsHarmlessAfterwards() {
    rig.select(CONCERT);
    rig.scan(SOLO);
    VisitRef ref = rig.ref();
    assertThat(rig.desk.cancel(ref)).isInstanceOf(DeskAnswer.Done.class);
    assertThat(rig.desk.state().visit()).isEmpty();
    rig.scan(OTHER);
    assertThat(rig.desk.cancel(ref)).isInstanceOf(DeskAnswer.Done.class);
    assertThat(rig.desk.state().visit()).isPresent();
  }

  @Test
  void cancelForAPastLookLeavesTheCardThatJoinedSince() {
    rig.select(CONCERT);
    rig.scan(HOUSE);
    VisitRef past = rig.ref();
    rig.scan(SOLO);
    assertThat(rig.desk.cancel(past)).isInstanceOf(DeskAnswer.VisitChanged.class);
    assertThat(rig.visit().visit().cards()).hasSize(2);
  }

  @Test
  void aRefusalCountsOnceForACardAndVisit() {
    rig.select(CONCERT);
    rig.scan(EXPIRED);
    rig.refresh();
    rig.pass(Duration.ofSeconds(10));
    rig.scan(EXPIRED);
    assertThat(rig.admissions.refusals()).containsExactly(Reason.EXPIRED);
    rig.scan(STRANGER, EXPIRED);
    assertThat(rig.admissions.refusals())
        .containsExactly(Reason.EXPIRED, Reason.UNKNOWN_CARD, Reason.EXPIRED);
  }

  @Test
  void aCardThatCanNotBeJudgedIsToldAndTheVisitStays() {
    rig.select(CONCERT);
    DeskState before = rig.scan(SOLO);
    rig.admissions.failure = new IllegalStateException("the disk is gone");
    DeskState state = rig.scan(OTHER);
    assertThat(state.visit()).isEqualTo(before.visit());
    assertThat(state.notice())
        .hasValueSatisfying(n -> assertThat(n).isInstanceOf(Notice.Failed.class));
    rig.refresh();
    rig.admissions.failure = null;
    assertThat(rig.scan(OTHER).notice()).isEmpty();
    assertThat(rig.visit().holds(DeskRig.hash(OTHER))).isTrue();
  }

  @Test
  void everyScanHasItsOwnNumber() {
    rig.select(CONCERT);
    rig.scan(SOLO, OTHER, "https://example.org", FAMILY);
    Set<UUID> scans = new HashSet<>();
    for (DeskState state : rig.shown) {
      state.visit().ifPresent(visit -> scans.add(visit.scanId()));
      state.notice().ifPresent(notice -> scans.add(notice.scanId()));
    }
    assertThat(scans).hasSize(4);
  }

  @Test
  void typedIdsAreFreedOfSpacesAndMarkedTyped() {
    rig.select(CONCERT);
    assertThat(rig.desk.typed("solo-000 001")).isInstanceOf(DeskAnswer.Done.class);
    assertThat(rig.visit().visit().cards())
        .extracting(PresentedCard::entryWay)
        .containsExactly(EntryWay.TYPED);
  }
}
