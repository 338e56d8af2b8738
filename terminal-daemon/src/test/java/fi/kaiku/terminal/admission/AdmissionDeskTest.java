package fi.kaiku.terminal.admission;

import static fi.kaiku.terminal.admission.DeskBench.DESK_1;
import static fi.kaiku.terminal.admission.DeskBench.PRINTER_1;
import static fi.kaiku.terminal.admission.DeskBench.PRINTER_2;
import static fi.kaiku.terminal.admission.DeskBench.concert;
import static fi.kaiku.terminal.admission.DeskBench.issued;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.card.NationalKey;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.event.Quota;
import fi.kaiku.terminal.store.AdmissionTable.Standing;
import fi.kaiku.terminal.store.Mark;
import fi.kaiku.terminal.store.People;
import fi.kaiku.terminal.store.PrintState;
import fi.kaiku.terminal.store.UseRow;
import fi.kaiku.terminal.store.UsedCardKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmissionDeskTest {
  @TempDir Path folder;

  private DeskBench bench;

  @BeforeEach
  void open() {
    bench = new DeskBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aVisitIsRecordedWithItsTicketsJobsAndOutboxEntry() {
    PresentedCard card = bench.personal("KK00000001", 3);
    IssuedVisit visit = bench.issue(concert(), card, DeskBench.children(card, 2));
    assertThat(visit.tickets()).isEqualTo(3);
    assertThat(visit.takeBack()).isZero();
    AdmissionId id = visit.admissions().getFirst();
    assertThat(bench.row(id).adults()).isEqualTo(1);
    assertThat(bench.row(id).children()).isEqualTo(2);
    assertThat(bench.row(id).tail()).isEqualTo("001");
    assertThat(bench.row(id).cardKind()).isEqualTo(UsedCardKind.PERSONAL);
    assertThat(bench.states(id))
        .containsExactly(PrintState.QUEUED, PrintState.QUEUED, PrintState.QUEUED);
    assertThat(bench.unsent()).isEqualTo(1);
    assertThat(bench.placesTaken(concert())).isEqualTo(3);
  }

  @Test
  void theSameVisitAgainGetsTheFirstResultAndNothingMoreIsRecorded() {
    IssueOrder order =
        bench.order(DESK_1, concert(), List.of(bench.personal("KK00000001", 0)), Choices.NONE);
    IssueOutcome first = bench.desk().issue(order);
    bench.pass(Duration.ofMinutes(5));
    assertThat(bench.desk().issue(order)).isEqualTo(first);
    assertThat(bench.desk().replace(order)).isEqualTo(first);
    assertThat(bench.placesTaken(concert())).isEqualTo(1);
    assertThat(bench.jobs(issued(first).admissions().getFirst())).hasSize(1);
  }

  /** R21: a terminal that is enrolled between two uses must not forget the first. */
  @Test
  void aUseThatWasRecordedUnderAnOldKeyIsStillFound() {
    PresentedCard before = bench.personal("KK00000001", 0);
    bench.issue(concert(), before);
    bench.hashWith(new NationalKey(1_001, new byte[32]));
    PresentedCard after = bench.personal("KK00000001", 0);
    assertThat(after.hash()).isNotEqualTo(before.hash());
    VisitInquiry again =
        new VisitInquiry(
            StationKind.DESK,
            List.of(after),
            Choices.NONE,
            DeskBench.POLICY,
            Optional.of(concert()));
    assertThat(bench.desk().facts(again).cards().getFirst().uses()).hasSize(1);
    DeskBench.issued(
        bench.desk().replace(bench.order(DESK_1, concert(), List.of(after), Choices.NONE)));
    assertThat(bench.placesTaken(concert())).isEqualTo(1);
  }

  @Test
  void aCardThatWasUsedMeanwhileGetsNothing() {
    PresentedCard card = bench.personal("KK00000001", 0);
    IssueOrder late = bench.order(DESK_1, concert(), List.of(card), Choices.NONE);
    bench.issue(concert(), card);
    assertThat(bench.desk().issue(late))
        .isInstanceOfSatisfying(
            IssueOutcome.Changed.class,
            changed ->
                assertThat(changed.verdict())
                    .isInstanceOfSatisfying(
                        Verdict.Undecided.class,
                        verdict ->
                            assertThat(verdict.questions())
                                .containsExactly(Question.ALREADY_USED)));
    assertThat(bench.placesTaken(concert())).isEqualTo(1);
  }

  @Test
  void anOfferThatTheClerkDidNotSeeIsNotIssued() {
    Event event = DeskBench.event("kurssi", EventKind.PERFORMANCE, new Quota.Limited(3));
    PresentedCard card = bench.personal("KK00000001", 2);
    IssueOrder seen = bench.order(DESK_1, event, List.of(card), DeskBench.children(card, 2));
    bench.personal("KK00000001", 1);
    assertThat(bench.desk().issue(seen)).isInstanceOf(IssueOutcome.Changed.class);
    assertThat(bench.placesTaken(event)).isZero();
  }

  @Test
  void theLastPlaceIsGivenOnce() {
    Event event = DeskBench.event("pieni", EventKind.PERFORMANCE, new Quota.Limited(1));
    IssueOrder first =
        bench.order(DESK_1, event, List.of(bench.personal("KK00000001", 0)), Choices.NONE);
    IssueOrder second =
        bench.order(DESK_1, event, List.of(bench.personal("KK00000002", 0)), Choices.NONE);
    assertThat(bench.desk().issue(first)).isInstanceOf(IssueOutcome.Issued.class);
    assertThat(bench.desk().issue(second)).isInstanceOf(IssueOutcome.Changed.class);
    DeskBench.voided(
        bench.desk().voidAdmission(issued(bench.desk().issue(first)).admissions().getFirst()));
    assertThat(bench.desk().issue(second)).isInstanceOf(IssueOutcome.Issued.class);
  }

  @Test
  void anOpenEventCountsByTheDayAndAPassOnce() {
    PresentedCard card = bench.personal("KK00000001", 0);
    Event museum = DeskBench.event("museo", EventKind.OPEN, new Quota.Unlimited());
    Event pass = DeskBench.event("kausi", EventKind.PASS, new Quota.Unlimited());
    bench.issue(museum, card);
    bench.issue(pass, card);
    bench.pass(Duration.ofDays(1));
    bench.issue(museum, card);
    assertThat(bench.desk().issue(bench.order(DESK_1, pass, List.of(card), Choices.NONE)))
        .isInstanceOf(IssueOutcome.Changed.class);
  }

  @Test
  void aCommunityVisitIsOneTransactionWithAnAdmissionForEachCard() {
    List<PresentedCard> cards =
        List.of(
            bench.community("YH00000001"),
            bench.personal("KK00000001", 0),
            bench.personal("KK00000002", 0));
    Choices choices = new Choices(Map.of(), 1, 1, 0, Set.of());
    IssuedVisit visit = issued(bench.desk().issue(bench.order(DESK_1, concert(), cards, choices)));
    assertThat(visit.admissions()).hasSize(3);
    assertThat(visit.tickets()).isEqualTo(5);
    assertThat(bench.row(visit.admissions().getFirst()).children()).isEqualTo(1);
    assertThat(bench.row(visit.admissions().getFirst()).assistants()).isEqualTo(1);
    assertThat(bench.unsent()).isEqualTo(3);
  }

  @Test
  void anUnknownCardIsIssuedOnTheClerksWordAndMarked() {
    bench.registryIsStale();
    Choices confirmed = new Choices(Map.of(), 0, 0, 0, EnumSet.of(Question.UNVERIFIED_CARD));
    IssuedVisit visit = bench.issue(concert(), bench.unknown("KK00000009"), confirmed);
    AdmissionId id = visit.admissions().getFirst();
    assertThat(bench.row(id).marks()).containsExactly(Mark.UNVERIFIED);
    assertThat(bench.row(id).cardKind()).isEqualTo(UsedCardKind.UNKNOWN);
  }

  @Test
  void assistantsAreCountedAndTakeNoPlace() {
    Event event = DeskBench.event("pieni", EventKind.PERFORMANCE, new Quota.Limited(1));
    IssuedVisit visit =
        bench.issue(event, bench.personal("KK00000001", 0), DeskBench.assistants(1, 2));
    assertThat(visit.tickets()).isEqualTo(4);
    assertThat(bench.placesTaken(event)).isEqualTo(1);
    People people = bench.journal().read(view -> view.useCounts().ofDay(DeskBench.TODAY));
    assertThat(people).isEqualTo(new People(1, 0, 1, 2));
  }

  @Test
  void aStationWithoutAPrinterIssuesWithoutPaper() {
    IssueOrder order =
        bench.order(
            DeskBench.NO_PRINTER,
            concert(),
            List.of(bench.personal("KK00000001", 0)),
            Choices.NONE);
    AdmissionId id = issued(bench.desk().issue(order)).admissions().getFirst();
    assertThat(bench.jobs(id)).isEmpty();
    assertThat(bench.row(id).paper()).isEqualTo(UseRow.Paper.NONE);
    assertThat(DeskBench.voided(bench.desk().voidAdmission(id)).takeBack()).isZero();
  }

  @Test
  void replacingVoidsTheMistakeAndIssuesAnew() {
    PresentedCard card = bench.personal("KK00000001", 3);
    AdmissionId mistake =
        bench.issue(concert(), card, DeskBench.children(card, 3)).admissions().getFirst();
    bench.printAll(PRINTER_1, PrintState.CONFIRMED);
    IssueOrder anew = bench.order(DESK_1, concert(), List.of(card), DeskBench.children(card, 1));
    IssuedVisit visit = issued(bench.desk().replace(anew));
    assertThat(visit.takeBack()).isEqualTo(4);
    assertThat(visit.tickets()).isEqualTo(2);
    assertThat(bench.placesTaken(concert())).isEqualTo(2);
    assertThat(bench.row(mistake).standing()).isEqualTo(Standing.VOIDED);
    assertThat(issued(bench.desk().replace(anew))).isEqualTo(visit);
    assertThat(bench.placesTaken(concert())).isEqualTo(2);
  }

  @Test
  void replacingFitsIntoThePlacesThatItFrees() {
    Event event = DeskBench.event("pieni", EventKind.PERFORMANCE, new Quota.Limited(2));
    PresentedCard card = bench.personal("KK00000001", 3);
    bench.issue(event, card, DeskBench.children(card, 1));
    IssuedVisit visit =
        issued(
            bench
                .desk()
                .replace(bench.order(DESK_1, event, List.of(card), DeskBench.children(card, 1))));
    assertThat(visit.tickets()).isEqualTo(2);
    IssueOrder tooMany = bench.order(DESK_1, event, List.of(card), DeskBench.children(card, 2));
    assertThat(bench.desk().replace(tooMany)).isInstanceOf(IssueOutcome.Changed.class);
    assertThat(bench.placesTaken(event)).isEqualTo(2);
    assertThat(bench.row(visit.admissions().getFirst()).standing()).isEqualTo(Standing.STANDS);
  }

  @Test
  void replacingWhatWasNotUsedIsRefused() {
    IssueOrder order =
        bench.order(DESK_1, concert(), List.of(bench.personal("KK00000001", 0)), Choices.NONE);
    assertThat(bench.desk().replace(order)).isInstanceOf(IssueOutcome.Changed.class);
    assertThat(bench.placesTaken(concert())).isZero();
  }

  @Test
  void refusalsAreCountedByDayAndReasonOnly() {
    bench.desk().refused(Reason.EXPIRED);
    bench.desk().refused(Reason.EXPIRED);
    bench.write(tx -> 0);
    int expired =
        bench.journal().read(view -> view.useCounts().refusals(DeskBench.TODAY, Reason.EXPIRED));
    assertThat(expired).isEqualTo(2);
  }

  @Test
  void jobsGoToThePrinterOfTheStationThatIssued() {
    IssueOrder order =
        bench.order(
            DeskBench.DESK_2, concert(), List.of(bench.personal("KK00000001", 0)), Choices.NONE);
    AdmissionId id = issued(bench.desk().issue(order)).admissions().getFirst();
    assertThat(bench.jobs(id).getFirst().printer()).isEqualTo(PRINTER_2);
  }
}
