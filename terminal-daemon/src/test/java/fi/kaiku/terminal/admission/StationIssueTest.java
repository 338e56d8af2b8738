package fi.kaiku.terminal.admission;

import static fi.kaiku.terminal.admission.DeskRig.CONCERT;
import static fi.kaiku.terminal.admission.DeskRig.EXPIRED;
import static fi.kaiku.terminal.admission.DeskRig.FAMILY;
import static fi.kaiku.terminal.admission.DeskRig.HOUSE;
import static fi.kaiku.terminal.admission.DeskRig.OTHER;
import static fi.kaiku.terminal.admission.DeskRig.SOLO;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.admission.DeskState.LastIssue;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** *Issue*, *Replace* and letting in at one station, and what the next seconds bring. */
class StationIssueTest {
  private static final long WAIT_SECONDS = 30;

  private final DeskRig rig = new DeskRig(StationKind.DESK);

  @BeforeEach
  void chooseTheEvent() {
    rig.select(CONCERT);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private LastIssue issue() {
    DeskAnswer answer = rig.desk.issue(rig.ref());
    assertThat(answer).isInstanceOf(DeskAnswer.Issued.class);
    return ((DeskAnswer.Issued) answer).issue();
  }

  private Question firstQuestion() {
    return ((Verdict.Undecided) rig.verdict()).questions().getFirst();
  }

  @Test
  void issuingEndsTheVisitAndShowsWhatCanBeUndone() {
    rig.scan(SOLO);
    VisitId visit = rig.ref().visit();
    LastIssue issue = issue();
    assertThat(issue.visit().visit()).isEqualTo(visit);
    assertThat(issue.visit().tickets()).isEqualTo(1);
    assertThat(issue.undoUntil()).isEqualTo(issue.visit().at().plus(DeskRig.UNDO));
    assertThat(rig.desk.state().visit()).isEmpty();
    assertThat(rig.desk.state().lastIssue()).contains(issue);
  }

  @Test
  void whatIsGivenTakesTheNoticeOfAWrongScanAway() {
    rig.scan(SOLO);
    rig.scan("https://example.org/menu");
    assertThat(rig.desk.state().notice()).isPresent();
    issue();
    assertThat(rig.desk.state().notice()).isEmpty();
  }

  @Test
  void aRepeatedPressGetsTheFirstResult() {
    rig.scan(SOLO);
    VisitRef ref = rig.ref();
    LastIssue issue = issue();
    rig.scan(OTHER);
    assertThat(rig.desk.issue(ref)).isEqualTo(new DeskAnswer.Issued(issue));
    assertThat(rig.visit().holds(DeskRig.hash(OTHER))).isTrue();
    assertThat(rig.admissions.usesByCard()).containsOnly(Map.entry(DeskRig.hash(SOLO), 1));
  }

  @Test
  void aPressForAPastLookIssuesNothing() {
    rig.scan(FAMILY);
    VisitRef past = rig.ref();
    rig.desk.choose(past, new Choices(Map.of(DeskRig.hash(FAMILY), 2), 0, 0, 0, Set.of()));
    assertThat(rig.desk.issue(past)).isInstanceOf(DeskAnswer.VisitChanged.class);
    assertThat(rig.admissions.usesByCard()).isEmpty();
  }

  @Test
  void aPressForAVisitThatWasReplacedIssuesNothing() {
    rig.scan(SOLO);
    VisitRef first = rig.ref();
    rig.scan(OTHER);
    assertThat(rig.desk.issue(first)).isInstanceOf(DeskAnswer.VisitChanged.class);
    assertThat(rig.admissions.usesByCard()).isEmpty();
  }

  @Test
  void whatIsRefusedOrIncompleteIsNotIssued() {
    rig.scan(EXPIRED);
    assertThat(rig.desk.issue(rig.ref())).isInstanceOf(DeskAnswer.NotIssuable.class);
    rig.scan(HOUSE);
    assertThat(rig.desk.issue(rig.ref())).isInstanceOf(DeskAnswer.NotIssuable.class);
  }

  @Test
  void theCardUnderTheReaderIsNotAlreadyUsedRightAfterItsTickets() {
    rig.scan(SOLO);
    issue();
    DeskState issued = rig.desk.state();
    rig.pass(RecentCards.SAME_SCAN.minusNanos(1));
    assertThat(rig.scan(SOLO)).isEqualTo(issued);
    rig.pass(RecentCards.SAME_SCAN.minusNanos(1));
    assertThat(rig.scan(SOLO)).isEqualTo(issued);
  }

  @Test
  void aCardThatWasJustDealtWithIsNoticedWhereAnotherVisitIsOpen() {
    rig.scan(SOLO);
    issue();
    rig.scan(OTHER);
    Notice notice = rig.scan(SOLO).notice().orElseThrow();
    assertThat(notice).isInstanceOf(Notice.JustDealtWith.class);
    assertThat(rig.visit().holds(DeskRig.hash(OTHER))).as("the visit stays").isTrue();
    assertThat(rig.scan(SOLO).notice()).as("read again and again, told once").contains(notice);

    rig.pass(RecentCards.SAME_SCAN);
    rig.scan(SOLO);
    assertThat(firstQuestion()).isEqualTo(Question.ALREADY_USED);
  }

  @Test
  void threeSecondsAfterItsTicketsTheCardIsAlreadyUsed() {
    rig.scan(SOLO);
    issue();
    rig.pass(RecentCards.SAME_SCAN);
    rig.scan(SOLO);
    assertThat(firstQuestion()).isEqualTo(Question.ALREADY_USED);
    assertThat(rig.visit().facts().cards().getFirst().uses()).hasSize(1);
  }

  @Test
  void aCardIsTakenAgainRightAfterItsTicketsWereUndone() {
    rig.scan(SOLO);
    AdmissionId admission = issue().visit().admissions().getFirst();
    rig.admissions.undo(admission);
    rig.desk.voided(Set.of(admission));
    assertThat(rig.desk.state().lastIssue()).isEmpty();
    rig.scan(SOLO);
    assertThat(rig.verdict()).isInstanceOf(Verdict.Ready.class);
  }

  @Test
  void whatWasVoidedElsewhereLeavesTheLastIssueHere() {
    rig.scan(SOLO);
    LastIssue issue = issue();
    rig.desk.voided(Set.of(AdmissionId.parse("00000000-0000-0000-0000-00000000abcd")));
    assertThat(rig.desk.state().lastIssue()).contains(issue);
  }

  @Test
  void theUndoGoesWhenItsTimeIsOver() {
    rig.scan(SOLO);
    issue();
    rig.pass(DeskRig.UNDO.minusNanos(1));
    assertThat(rig.refresh().lastIssue()).isPresent();
    rig.pass(Duration.ofNanos(1));
    rig.refresh();
    assertThat(rig.settled().lastIssue()).isEmpty();
  }

  @Test
  void whatAnotherStationIssuedMeanwhileIsToldInsteadOfIssuedTwice() {
    rig.scan(SOLO);
    VisitRef ref = rig.ref();
    try (DeskRig unrelated = new DeskRig(StationKind.DESK)) {
      unrelated.select(CONCERT);
      unrelated.scan(SOLO);
      IssueOrder order = orderOf(unrelated);
      assertThat(rig.admissions.issue(order)).isInstanceOf(IssueOutcome.Issued.class);
    }
    assertThat(rig.desk.issue(ref)).isInstanceOf(DeskAnswer.VisitChanged.class);
    assertThat(firstQuestion()).isEqualTo(Question.ALREADY_USED);
    assertThat(rig.ref().revision()).isGreaterThan(ref.revision());
    assertThat(rig.admissions.usesByCard()).containsOnly(Map.entry(DeskRig.hash(SOLO), 1));
  }

  private static IssueOrder orderOf(DeskRig other) {
    ShownVisit shown = other.visit();
    return new IssueOrder(
        new StationName("desk-2"),
        StationKind.DESK,
        VisitId.parse("00000000-0000-0000-0000-00000000beef"),
        other.events.get(CONCERT),
        shown.visit().cards(),
        shown.visit().choices(),
        other.desk.plan().policy(),
        ((Verdict.Ready) shown.verdict()).offer());
  }

  @Test
  void aFullDiskIssuesNothingAndKeepsTheVisit() {
    rig.scan(SOLO);
    VisitRef ref = rig.ref();
    rig.admissions.diskIsFull = true;
    assertThat(rig.desk.issue(ref)).isInstanceOf(DeskAnswer.NotRecorded.class);
    rig.admissions.diskIsFull = false;
    assertThat(rig.desk.issue(ref)).isInstanceOf(DeskAnswer.Issued.class);
  }

  @Test
  void replacingIsForCardsThatWereUsedAlready() {
    rig.scan(SOLO);
    assertThat(rig.desk.replace(rig.ref())).isInstanceOf(DeskAnswer.NotIssuable.class);
    issue();
    rig.pass(RecentCards.SAME_SCAN);
    rig.scan(SOLO);
    assertThat(rig.desk.issue(rig.ref())).isInstanceOf(DeskAnswer.NotIssuable.class);
    assertThat(rig.desk.replace(rig.ref())).isInstanceOf(DeskAnswer.Issued.class);
    assertThat(rig.admissions.usesByCard()).containsOnly(Map.entry(DeskRig.hash(SOLO), 1));
  }

  @Test
  void replacingMoreThanFitsSaysSoUntilFewerAreChosen() {
    rig.admissions.quota = OptionalInt.of(2);
    rig.scan(FAMILY);
    issue();
    rig.pass(RecentCards.SAME_SCAN);
    rig.scan(FAMILY);
    rig.desk.choose(rig.ref(), new Choices(Map.of(DeskRig.hash(FAMILY), 2), 0, 0, 0, Set.of()));
    assertThat(rig.verdict().notes()).contains(Note.TOO_FEW_PLACES);
    assertThat(((Verdict.Undecided) rig.verdict()).offer().placesLeft()).hasValue(2);
    assertThat(rig.desk.replace(rig.ref())).isInstanceOf(DeskAnswer.NotIssuable.class);
    rig.desk.choose(rig.ref(), new Choices(Map.of(DeskRig.hash(FAMILY), 1), 0, 0, 0, Set.of()));
    assertThat(rig.verdict().notes()).isEmpty();
    assertThat(rig.desk.replace(rig.ref())).isInstanceOf(DeskAnswer.Issued.class);
  }

  @Test
  void aKioskReplacesNothing() {
    try (DeskRig kiosk = new DeskRig(StationKind.KIOSK)) {
      kiosk.scan(SOLO);
      kiosk.select(CONCERT);
      kiosk.desk.issue(kiosk.ref());
      kiosk.pass(RecentCards.SAME_SCAN);
      kiosk.scan(SOLO);
      kiosk.select(CONCERT);
      assertThat(kiosk.desk.replace(kiosk.ref())).isInstanceOf(DeskAnswer.NotIssuable.class);
    }
  }

  @Test
  void lettingInEndsTheVisitAndTheCardUnderTheReaderBeginsNoOther() {
    rig.scan(SOLO);
    issue();
    rig.pass(RecentCards.SAME_SCAN);
    rig.scan(SOLO);
    assertThat(rig.desk.letIn(rig.ref())).isInstanceOf(DeskAnswer.Done.class);
    assertThat(rig.desk.state().visit()).isEmpty();
    assertThat(rig.scan(SOLO).visit()).isEmpty();
    rig.pass(RecentCards.SAME_SCAN);
    assertThat(rig.scan(SOLO).visit()).isPresent();
    assertThat(rig.admissions.usesByCard()).containsOnly(Map.entry(DeskRig.hash(SOLO), 1));
  }

  @Test
  void aScanThatComesWhileTicketsAreIssuedHasItsTurnAfterThem() throws Exception {
    CountDownLatch recording = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    rig.admissions.beforeRecording = () -> hold(recording, goOn);
    rig.scan(SOLO);
    VisitRef ref = rig.ref();
    CompletableFuture<DeskAnswer> answer = CompletableFuture.supplyAsync(() -> rig.desk.issue(ref));
    assertThat(recording.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    rig.desk.accept(DeskRig.reading(OTHER));
    goOn.countDown();
    assertThat(answer.get(WAIT_SECONDS, TimeUnit.SECONDS)).isInstanceOf(DeskAnswer.Issued.class);
    rig.settled();
    assertThat(rig.visit().holds(DeskRig.hash(OTHER))).isTrue();
    assertThat(rig.visit().notes()).isEmpty();
    assertThat(rig.desk.state().lastIssue()).isPresent();
  }

  @Test
  void whatFindsNoRoomIsToldAtOnceUntilALaterScan() throws Exception {
    CountDownLatch recording = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    rig.admissions.beforeRecording = () -> hold(recording, goOn);
    rig.scan(SOLO);
    VisitRef ref = rig.ref();
    CompletableFuture<DeskAnswer> answer = CompletableFuture.supplyAsync(() -> rig.desk.issue(ref));
    assertThat(recording.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < StationInbox.CAPACITY; i++) {
      rig.desk.accept(DeskRig.reading(OTHER));
    }
    assertThat(rig.desk.state().notice()).isEmpty();
    rig.desk.accept(DeskRig.reading(FAMILY));
    assertThat(rig.desk.state().notice())
        .hasValueSatisfying(notice -> assertThat(notice).isInstanceOf(Notice.Busy.class));
    goOn.countDown();
    assertThat(answer.get(WAIT_SECONDS, TimeUnit.SECONDS)).isInstanceOf(DeskAnswer.Issued.class);
    assertThat(rig.settled().notice())
        .as("the scans that waited do not take it away")
        .hasValueSatisfying(notice -> assertThat(notice).isInstanceOf(Notice.Busy.class));
    assertThat(rig.visit().holds(DeskRig.hash(OTHER))).isTrue();
    assertThat(rig.scan(FAMILY).notice()).isEmpty();
    assertThat(rig.visit().holds(DeskRig.hash(FAMILY))).isTrue();
  }

  @Test
  void aClosedStationAnswersBusy() {
    rig.scan(SOLO);
    VisitRef ref = rig.ref();
    rig.desk.close();
    assertThat(rig.desk.issue(ref)).isInstanceOf(DeskAnswer.Busy.class);
    assertThat(rig.admissions.usesByCard()).isEmpty();
  }

  private static void hold(CountDownLatch recording, CountDownLatch goOn) {
    recording.countDown();
    try {
      assertThat(goOn.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
