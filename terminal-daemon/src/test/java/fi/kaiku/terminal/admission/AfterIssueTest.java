package fi.kaiku.terminal.admission;

import static fi.kaiku.terminal.admission.DeskBench.DESK_1;
import static fi.kaiku.terminal.admission.DeskBench.DESK_2;
import static fi.kaiku.terminal.admission.DeskBench.PRINTER_1;
import static fi.kaiku.terminal.admission.DeskBench.PRINTER_2;
import static fi.kaiku.terminal.admission.DeskBench.concert;
import static fi.kaiku.terminal.admission.DeskBench.voided;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.store.Edition;
import fi.kaiku.terminal.store.People;
import fi.kaiku.terminal.store.PrintJobRow;
import fi.kaiku.terminal.store.PrintState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Undo, void, reprint, assistants added later, and the clerk's answers about paper. */
class AfterIssueTest {
  private static final UUID KEY = UUID.fromString("019383d2-0000-7000-8000-000000000001");
  private static final UUID OTHER_KEY = UUID.fromString("019383d2-0000-7000-8000-000000000002");
  private static final AdmissionId NOBODY = new AdmissionId(KEY);

  @TempDir Path folder;

  private DeskBench bench;
  private AdmissionDesk desk;

  @BeforeEach
  void open() {
    bench = new DeskBench(folder);
    desk = bench.desk();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private IssuedVisit familyOfThree() {
    PresentedCard card = bench.personal("KK00000001", 2);
    return bench.issue(concert(), card, DeskBench.children(card, 2));
  }

  private IssuedVisit group() {
    List<PresentedCard> cards =
        List.of(bench.community("YH00000001"), bench.personal("KK00000002", 0));
    return DeskBench.issued(
        desk.issue(bench.order(DESK_1, concert(), cards, DeskBench.assistants(1, 0))));
  }

  @Test
  void undoTakesTheWholeVisitBackAndARepeatAnswersTheSame() {
    IssuedVisit visit = group();
    bench.print(PRINTER_1, PrintState.CONFIRMED);
    bench.pass(DeskBench.UNDO_WINDOW);
    VoidOutcome.Voided undone = voided(desk.undo(visit.admissions().getLast()));
    assertThat(undone.admissions()).containsExactlyElementsOf(visit.admissions());
    assertThat(undone.takeBack()).isEqualTo(1);
    assertThat(undone.cancelled()).isEqualTo(2);
    assertThat(bench.placesTaken(concert())).isZero();
    assertThat(bench.unsent()).isZero();
    bench.pass(Duration.ofDays(1));
    assertThat(desk.undo(visit.admissions().getFirst())).isEqualTo(undone);
    assertThat(desk.voidAdmission(visit.admissions().getFirst())).isEqualTo(undone);
  }

  @Test
  void undoEndsWithItsWindowAndVoidDoesNot() {
    AdmissionId id = familyOfThree().admissions().getFirst();
    bench.pass(DeskBench.UNDO_WINDOW.plusMillis(1));
    assertThat(desk.undo(id)).isEqualTo(new VoidOutcome.UndoWindowOver());
    assertThat(voided(desk.voidAdmission(id)).admissions()).containsExactly(id);
  }

  @Test
  void voidTakesOneAdmissionOfAGroup() {
    IssuedVisit visit = group();
    AdmissionId client = visit.admissions().getLast();
    assertThat(voided(desk.voidAdmission(client)).admissions()).containsExactly(client);
    assertThat(bench.placesTaken(concert())).isEqualTo(1);
    assertThat(voided(desk.undo(visit.admissions().getFirst())).admissions())
        .containsExactly(visit.admissions().getFirst());
  }

  @Test
  void assistantsGoWithTheAdmissionThatIsVoided() {
    IssuedVisit visit = group();
    desk.voidAdmission(visit.admissions().getFirst());
    People people = bench.journal().read(view -> view.useCounts().ofDay(DeskBench.TODAY));
    assertThat(people).isEqualTo(new People(1, 0, 0, 0));
  }

  @Test
  void aUseThatNobodyTriedToSendIsDropped() {
    AdmissionId id = familyOfThree().admissions().getFirst();
    desk.voidAdmission(id);
    assertThat(bench.unsent()).isZero();
  }

  @Test
  void aUseThatWasPerhapsSentIsFollowedByAVoid() {
    AdmissionId id = familyOfThree().admissions().getFirst();
    bench.write(
        tx -> {
          tx.outbox().attempted(id.value());
          return id;
        });
    desk.voidAdmission(id);
    assertThat(bench.unsent()).isEqualTo(2);
    desk.voidAdmission(id);
    assertThat(bench.unsent()).isEqualTo(2);
  }

  @Test
  void aVoidedTicketIsNotAskedAboutAndNeverPrinted() {
    AdmissionId id = familyOfThree().admissions().getFirst();
    bench.print(PRINTER_1, PrintState.UNKNOWN);
    bench.print(PRINTER_1, PrintState.CONFIRMED);
    VoidOutcome.Voided outcome = voided(desk.voidAdmission(id));
    assertThat(outcome.takeBack()).isEqualTo(2);
    assertThat(outcome.cancelled()).isEqualTo(1);
    assertThat(bench.states(id))
        .containsExactly(PrintState.CANCELLED, PrintState.CONFIRMED, PrintState.CANCELLED);
  }

  @Test
  void whatIsNotThereIsSaidSo() {
    assertThat(desk.undo(NOBODY)).isEqualTo(new VoidOutcome.NoSuchAdmission());
    assertThat(desk.voidAdmission(NOBODY)).isEqualTo(new VoidOutcome.NoSuchAdmission());
    assertThat(desk.reprint(NOBODY, DESK_1, KEY)).isEqualTo(new ReprintOutcome.NoSuchAdmission());
    assertThat(desk.addAssistants(new AssistantsOrder(NOBODY, DESK_1, 1, 0, KEY)))
        .isEqualTo(new AssistantsOutcome.NoSuchAdmission());
    assertThat(desk.answer(new PrintJobId(KEY), CameOut.YES))
        .isEqualTo(new AnswerOutcome.NoSuchJob());
  }

  @Test
  void aReprintSaysCopyKeepsTheNumberAndComesOnceAKey() {
    AdmissionId id = familyOfThree().admissions().getFirst();
    bench.printAll(PRINTER_1, PrintState.SENT);
    assertThat(desk.reprint(id, DESK_2, KEY)).isEqualTo(new ReprintOutcome.Queued(3));
    assertThat(desk.reprint(id, DESK_2, KEY)).isEqualTo(new ReprintOutcome.Queued(3));
    List<PrintJobRow> jobs = bench.jobs(id);
    assertThat(jobs).hasSize(6);
    assertThat(jobs.subList(3, 6))
        .allSatisfy(
            job -> {
              assertThat(job.edition()).isEqualTo(Edition.COPY);
              assertThat(job.printer()).isEqualTo(PRINTER_2);
            })
        .extracting(PrintJobRow::ticket)
        .containsExactlyElementsOf(jobs.subList(0, 3).stream().map(PrintJobRow::ticket).toList());
    bench.printAll(PRINTER_2, PrintState.SENT);
    assertThat(desk.reprint(id, DESK_2, OTHER_KEY)).isEqualTo(new ReprintOutcome.Queued(3));
  }

  @Test
  void whatWaitsInAQueueOrForAnAnswerIsNotPrintedASecondTime() {
    AdmissionId id = familyOfThree().admissions().getFirst();
    bench.print(PRINTER_1, PrintState.UNKNOWN);
    assertThat(desk.reprint(id, DESK_1, KEY)).isEqualTo(new ReprintOutcome.NothingToPrint());
    bench.print(PRINTER_1, PrintState.CONFIRMED);
    assertThat(desk.reprint(id, DESK_1, KEY)).isEqualTo(new ReprintOutcome.Queued(1));
  }

  @Test
  void aTicketThatWasNeverPrintedIsNoCopy() {
    IssueOrder order =
        bench.order(
            DeskBench.NO_PRINTER,
            concert(),
            List.of(bench.personal("KK00000001", 0)),
            Choices.NONE);
    AdmissionId id = DeskBench.issued(desk.issue(order)).admissions().getFirst();
    assertThat(desk.reprint(id, DeskBench.NO_PRINTER, KEY))
        .isEqualTo(new ReprintOutcome.NothingToPrint());
    assertThat(desk.reprint(id, DESK_1, OTHER_KEY)).isEqualTo(new ReprintOutcome.Queued(1));
    assertThat(bench.jobs(id).getFirst().edition()).isEqualTo(Edition.ORIGINAL);
  }

  @Test
  void aVoidedAdmissionHasNothingToPrintAndTakesNoAssistants() {
    AdmissionId id = familyOfThree().admissions().getFirst();
    bench.printAll(PRINTER_1, PrintState.SENT);
    desk.voidAdmission(id);
    assertThat(desk.reprint(id, DESK_1, KEY)).isEqualTo(new ReprintOutcome.NothingToPrint());
    assertThat(desk.addAssistants(new AssistantsOrder(id, DESK_1, 1, 0, KEY)))
        .isEqualTo(new AssistantsOutcome.AdmissionVoided());
  }

  @Test
  void assistantsAddedLaterAreIssuedOnceAKeyAndNeverSent() {
    IssuedVisit visit = familyOfThree();
    AdmissionId id = visit.admissions().getFirst();
    AssistantsOrder order = new AssistantsOrder(id, DESK_2, 1, 1, KEY);
    AssistantsOutcome first = desk.addAssistants(order);
    bench.pass(Duration.ofHours(1));
    assertThat(desk.addAssistants(order)).isEqualTo(first);
    assertThat(first)
        .isEqualTo(
            new AssistantsOutcome.Issued(
                new IssuedVisit(visit.visit(), List.of(id), 2, 0, DeskBench.START)));
    assertThat(bench.row(id).assistants()).isEqualTo(2);
    assertThat(bench.jobs(id)).hasSize(5);
    assertThat(bench.unsent()).isEqualTo(1);
    assertThat(bench.placesTaken(concert())).isEqualTo(3);
  }

  @Test
  void yesEndsTheQuestion() {
    AdmissionId id = familyOfThree().admissions().getFirst();
    bench.print(PRINTER_1, PrintState.UNKNOWN);
    PrintJobId job = bench.jobs(id).getFirst().id();
    assertThat(desk.answer(job, CameOut.YES)).isEqualTo(new AnswerOutcome.Settled());
    assertThat(desk.answer(job, CameOut.NO)).isEqualTo(new AnswerOutcome.Settled());
    assertThat(bench.states(id))
        .containsExactly(PrintState.CONFIRMED, PrintState.QUEUED, PrintState.QUEUED);
  }

  @Test
  void noMakesANewNumberOnce() {
    AdmissionId id = familyOfThree().admissions().getFirst();
    bench.print(PRINTER_1, PrintState.UNKNOWN);
    PrintJobRow lost = bench.jobs(id).getFirst();
    assertThat(desk.answer(lost.id(), CameOut.NO)).isEqualTo(new AnswerOutcome.Settled());
    assertThat(desk.answer(lost.id(), CameOut.NO)).isEqualTo(new AnswerOutcome.Settled());
    List<PrintJobRow> jobs = bench.jobs(id);
    assertThat(jobs).hasSize(4);
    assertThat(jobs.getFirst().state()).isEqualTo(PrintState.CANCELLED);
    assertThat(jobs.getLast().ticket().number()).isNotEqualTo(lost.ticket().number());
    assertThat(jobs.getLast().ticket().kind()).isEqualTo(lost.ticket().kind());
    assertThat(jobs.getLast().edition()).isEqualTo(Edition.ORIGINAL);
    assertThat(bench.placesTaken(concert())).isEqualTo(3);
    bench.printAll(PRINTER_1, PrintState.SENT);
    assertThat(voided(desk.voidAdmission(id)).takeBack()).isEqualTo(3);
  }

  @Test
  void aTicketThatSurelyFailedIsPrintedAgainUnderItsNumber() {
    AdmissionId id = familyOfThree().admissions().getFirst();
    bench.print(PRINTER_1, PrintState.FAILED);
    PrintJobRow failed = bench.jobs(id).getFirst();
    desk.answer(failed.id(), CameOut.NO);
    PrintJobRow again = bench.jobs(id).getLast();
    assertThat(again.ticket()).isEqualTo(failed.ticket());
    assertThat(again.edition()).isEqualTo(Edition.ORIGINAL);
    assertThat(again.state()).isEqualTo(PrintState.QUEUED);
  }

  @Test
  void aCopyThatSurelyFailedIsPrintedAgainAsACopy() {
    AdmissionId id = familyOfThree().admissions().getFirst();
    bench.printAll(PRINTER_1, PrintState.SENT);
    desk.reprint(id, DESK_1, KEY);
    bench.print(PRINTER_1, PrintState.FAILED);
    PrintJobRow failed =
        bench.jobs(id).stream().filter(job -> job.state() == PrintState.FAILED).findFirst().get();

    desk.answer(failed.id(), CameOut.NO);

    assertThat(bench.jobs(id).getLast().ticket()).isEqualTo(failed.ticket());
    assertThat(bench.jobs(id).getLast().edition()).isEqualTo(Edition.COPY);
  }

  @Test
  void aKioskPrintsAgainWhatSurelyFailedThereAndNothingElse() {
    IssuedVisit visit = familyOfThree();
    AdmissionId id = visit.admissions().getFirst();
    bench.print(PRINTER_1, PrintState.FAILED);
    bench.print(PRINTER_1, PrintState.UNKNOWN);
    assertThat(desk.printFailedAgain(visit.visit(), DESK_2)).isZero();

    assertThat(desk.printFailedAgain(visit.visit(), DESK_1)).isEqualTo(1);
    assertThat(desk.printFailedAgain(visit.visit(), DESK_1)).isZero();

    assertThat(bench.jobs(id))
        .extracting(PrintJobRow::state)
        .containsExactly(
            PrintState.CANCELLED, PrintState.UNKNOWN, PrintState.QUEUED, PrintState.QUEUED);
  }

  @Test
  void aJobThatWaitsOrPrintsIsNotAskedAbout() {
    AdmissionId id = familyOfThree().admissions().getFirst();
    assertThat(desk.answer(bench.jobs(id).getFirst().id(), CameOut.NO))
        .isEqualTo(new AnswerOutcome.NotAsked());
    assertThat(bench.jobs(id)).hasSize(3);
  }
}
