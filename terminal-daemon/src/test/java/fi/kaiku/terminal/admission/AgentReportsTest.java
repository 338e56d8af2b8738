package fi.kaiku.terminal.admission;

import static fi.kaiku.terminal.admission.DeskBench.concert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.terminal.agent.AgentReportOutcome;
import fi.kaiku.terminal.agent.AgentReportOutcome.Cause;
import fi.kaiku.terminal.agent.AgentReportOutcome.Done;
import fi.kaiku.terminal.agent.AgentReportOutcome.Stopped;
import fi.kaiku.terminal.agent.AgentReports;
import fi.kaiku.terminal.agent.AgentSources;
import fi.kaiku.terminal.agent.RowNote;
import fi.kaiku.terminal.agent.SaleDoubt;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.event.Quota;
import fi.kaiku.terminal.store.AdmissionTable.Standing;
import fi.kaiku.terminal.store.JournalAudit;
import fi.kaiku.terminal.store.Mark;
import fi.kaiku.terminal.store.UseRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R23: what an agent reports by list becomes back-dated uses, each once. */
class AgentReportsTest {
  private static final String HEADER = "row_id,card_id,event_id,sold_on,adults,children\n";
  private static final String SALE = "a-1,AGENT00001,konsertti,2026-11-20,1,2\n";
  private static final String OTHER_SALE = "a-2,AGENT00002,konsertti,2026-11-21,1,0\n";
  private static final LocalDate SOLD_ON = LocalDate.of(2026, 11, 20);

  @TempDir Path folder;

  private final List<RowNote> notes = new ArrayList<>();
  private final List<SaleDoubt> doubts = new ArrayList<>();
  private final Event museum = DeskBench.event("museo", EventKind.OPEN, new Quota.Unlimited());
  private DeskBench bench;

  @BeforeEach
  void open() {
    bench = new DeskBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private AgentReports reports(Supplier<ClockReading> clock) {
    return new AgentReports(
        new AgentSources(
            id -> bench.unknown(id.value()).hash(),
            () -> List.of(concert(), museum),
            clock,
            bench::lookUp,
            bench.desk()::enter));
  }

  private AgentReportOutcome importList(String rows) {
    notes.clear();
    doubts.clear();
    return reports(bench::clock).importCsv(stream(HEADER + rows), notes::add, doubts::add);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<UseRow> usesOf(LocalDate day) {
    return bench.journal().read(view -> view.uses().ofDay(day));
  }

  @Test
  void aRowBecomesABackDatedUseWithoutTickets() throws Exception {
    bench.personal("AGENT00001", 2);
    assertThat(importList(SALE)).isEqualTo(new Done(1, 0, 0, 0));

    UseRow use = usesOf(SOLD_ON).getFirst();
    assertThat(use.at()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    assertThat(use.tail()).isEqualTo("001");
    assertThat(use.marks()).containsExactlyInAnyOrder(Mark.BACK_DATED, Mark.AGENT_REPORT);
    assertThat(use.paper()).isEqualTo(UseRow.Paper.NONE);
    assertThat(bench.jobs(use.id())).isEmpty();
    assertThat(usesOf(DeskBench.TODAY)).isEmpty();
    assertThat(bench.placesTaken(concert())).isEqualTo(3);
    assertThat(bench.unsent()).isEqualTo(1);
    try (JournalAudit audit = new JournalAudit(folder.resolve("journal.db"))) {
      assertThat(audit.payloads())
          .singleElement()
          .asString()
          .contains("\"at\":\"2026-11-20T10:00:00Z\"", "\"adults\":1", "\"children\":2")
          .contains("\"marks\":[\"back_dated\",\"agent_report\"]")
          .doesNotContain("AGENT00001");
      assertThat(audit.allNumbers()).isEmpty();
      assertThat(audit.countersOff()).isZero();
    }
  }

  @Test
  void aCardThatTheRegistryDoesNotKnowIsEnteredUnverified() {
    assertThat(importList(SALE)).isEqualTo(new Done(1, 0, 0, 0));
    assertThat(usesOf(SOLD_ON).getFirst().marks()).contains(Mark.UNVERIFIED, Mark.AGENT_REPORT);
    assertThat(doubts).extracting(SaleDoubt::kind).containsExactly(SaleDoubt.Kind.NOT_IN_REGISTRY);
  }

  /** R22: it was sold, so it is entered; the answer only says what looks wrong. */
  @Test
  void aSaleThatLooksWrongIsEnteredAndTold() {
    bench.personal("AGENT00001", 1);
    assertThat(importList(SALE)).isEqualTo(new Done(1, 0, 0, 0));
    assertThat(doubts)
        .containsExactly(
            new SaleDoubt(
                SaleDoubt.Kind.MORE_CHILDREN,
                2,
                "001",
                new LocalisedText(
                    "lapsia on enemmän kuin rekisterissä (1)",
                    "det är fler barn än i registret (1)",
                    "there are more children than in the registry (1)")));
    assertThat(doubts.toString()).doesNotContain("AGENT00001");
    assertThat(notes).isEmpty();
  }

  @Test
  void aSaleThatLooksRightIsEnteredWithoutAWord() {
    bench.personal("AGENT00001", 2);
    assertThat(importList(SALE)).isEqualTo(new Done(1, 0, 0, 0));
    assertThat(doubts).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {SALE, "a-1,AGENT00002,konsertti,2026-11-21,1,0\n"})
  void aRowIdThatStandsTwiceInOneListIsToldAsSuch(String second) {
    assertThat(importList(SALE + second)).isEqualTo(new Done(1, 0, 0, 1));
    assertThat(notes)
        .containsExactly(
            new RowNote(
                RowNote.Kind.BAD_ROW,
                3,
                "row_id",
                "stands on line 2 of this list already: each sale needs one of its own"));
    assertThat(bench.unsent()).isEqualTo(1);
  }

  @Test
  void aSaleOfThisMorningDoesNotLieInTheFuture() {
    bench.pass(Duration.ofHours(-10));
    Instant now = bench.clock().now();
    importList("a-1,AGENT00001,konsertti,2026-11-23,1,0\n");
    assertThat(usesOf(DeskBench.TODAY).getFirst().at()).isEqualTo(now);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,AGENT00001,konsertti,2026-11-20,1,0    | row_id   | expected 1-64 letters, digits, '.', '_', ':', '/' and '-'
          a 1,AGENT00001,konsertti,2026-11-20,1,0 | row_id   | expected 1-64 letters, digits, '.', '_', ':', '/' and '-'
          a-1,AGENT0001,konsertti,2026-11-20,1,0  | card_id  | 9 characters, expected 10 letters or digits
          a-1,131052-308T,konsertti,2026-11-20,1,0| card_id  | looks like a personal identity code, which no card bears
          a-1,AGENT00001,AGENT00001,2026-11-20,1,0| event_id | no such event in the event list
          a-1,AGENT00001,konsertti,20.11.2026,1,0 | sold_on  | a date as a spreadsheet writes it, expected one such as 2026-01-31: format the column as yyyy-mm-dd (in Finnish vvvv-kk-pp) and save again
          a-1,AGENT00001,konsertti,20-11-2026,1,0 | sold_on  | expected a date such as 2026-01-31, 2000 to 2099
          a-1,AGENT00001,konsertti,2026-02-30,1,0 | sold_on  | no such day in the calendar
          a-1,AGENT00001,konsertti,2026-11-24,1,0 | sold_on  | lies in the future
          a-1,AGENT00001,konsertti,2026-11-20,0,0 | adults   | nobody: expected an adult or a child
          a-1,AGENT00001,konsertti,2026-11-20,2,0 | adults   | expected a number from 0 to 1
          a-1,AGENT00001,konsertti,2026-11-20,-1,1| adults   | expected a number from 0 to 1
          a-1,AGENT00001,konsertti,2026-11-20,1,100 | children | expected a number from 0 to 99
          a-1,AGENT00001,konsertti,2026-11-20,1   | ''       | 5 cells, expected 6
          """)
  void aBadRowIsToldByLineAndReasonAndTheGoodOnesAreEntered(
      String row, String column, String reason) {
    assertThat(importList(row + "\n" + OTHER_SALE)).isEqualTo(new Done(1, 0, 0, 1));
    assertThat(notes).containsExactly(new RowNote(RowNote.Kind.BAD_ROW, 2, column, reason));
    assertThat(bench.unsent()).isEqualTo(1);
  }

  /** As Excel saves "CSV UTF-8" in Finland. */
  @Test
  void aListWithSemicolonsAndAByteOrderMarkIsRead() {
    String list = "\uFEFF" + (HEADER + SALE).replace(',', ';').replace("\n", "\r\n");
    assertThat(reports(bench::clock).importCsv(stream(list), notes::add, doubts::add))
        .isEqualTo(new Done(1, 0, 0, 0));
  }

  @Test
  void aSaleAfterTheEventsEndIsBad() {
    bench.pass(Duration.ofDays(30));
    assertThat(importList("a-1,AGENT00001,konsertti,2026-12-01,1,0\n"))
        .isEqualTo(new Done(0, 0, 0, 1));
    assertThat(notes.getFirst().reason()).isEqualTo("is after the event's end");
  }

  @Test
  void otherColumnsAreRefusedWhole() {
    String list = HEADER.strip() + ",name\n" + SALE.strip() + ",Maija\n";
    AgentReportOutcome outcome =
        reports(bench::clock).importCsv(stream(list), notes::add, doubts::add);
    assertThat(outcome).isInstanceOf(Stopped.class);
    assertThat(((Stopped) outcome).cause()).isEqualTo(Cause.WRONG_COLUMNS);
    assertThat(bench.unsent()).isZero();
  }

  @Test
  void aListThatIsImportedTwiceEntersNothingTwice() {
    assertThat(importList(SALE + OTHER_SALE)).isEqualTo(new Done(2, 0, 0, 0));
    assertThat(importList(SALE + OTHER_SALE)).isEqualTo(new Done(0, 2, 0, 0));
    assertThat(notes).extracting(RowNote::kind).containsOnly(RowNote.Kind.ALREADY_ENTERED);
    assertThat(bench.unsent()).isEqualTo(2);
    assertThat(bench.placesTaken(concert())).isEqualTo(4);
  }

  @Test
  void aListThatBrokeOffIsFinishedByTheSameListAgain() {
    InputStream cut = new SequenceInputStream(stream(HEADER + SALE), new BrokenStream());
    AgentReportOutcome first = reports(bench::clock).importCsv(cut, notes::add, doubts::add);
    assertThat(first)
        .isEqualTo(new Stopped(Cause.UNREADABLE, "the list can't be read to its end", 1));
    bench.close();
    bench = new DeskBench(folder);

    assertThat(importList(SALE + OTHER_SALE)).isEqualTo(new Done(1, 1, 0, 0));
    assertThat(bench.unsent()).isEqualTo(2);
  }

  /** A connection that is gone. */
  private static final class BrokenStream extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("gone");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      throw new IOException("gone");
    }
  }

  @Test
  void aCallerThatGoesAwayLeavesWholeRows() {
    assertThatThrownBy(
            () ->
                reports(bench::clock)
                    .importCsv(
                        stream(HEADER + SALE + "bad\n" + OTHER_SALE),
                        note -> {
                          throw new IllegalStateException("gone");
                        },
                        doubts::add))
        .hasMessage("gone");
    assertThat(importList(SALE + OTHER_SALE)).isEqualTo(new Done(1, 1, 0, 0));
    assertThat(bench.placesTaken(concert())).isEqualTo(4);
  }

  @Test
  void theSameRowIdWithOtherFactsIsNotTakenForARepeat() {
    importList(SALE);
    assertThat(importList("a-1,AGENT00002,konsertti,2026-11-20,1,2\n"))
        .isEqualTo(new Done(0, 0, 0, 1));
    assertThat(notes.getFirst().column()).isEqualTo("row_id");
  }

  @Test
  void aCardWithAUseThatStandsIsShownAndNotEntered() {
    bench.issue(concert(), bench.personal("AGENT00001", 0));
    assertThat(importList(SALE)).isEqualTo(new Done(0, 0, 1, 0));
    assertThat(notes)
        .containsExactly(
            new RowNote(
                RowNote.Kind.ALREADY_USED,
                2,
                "",
                "the card has a use of this event: 2026-11-23, desk-1, 1 adult"));
    assertThat(bench.unsent()).isEqualTo(1);
  }

  @Test
  void anOpenEventCountsByTheDay() {
    bench.issue(museum, bench.personal("AGENT00001", 0));
    assertThat(importList("a-1,AGENT00001,museo,2026-11-20,1,0\n")).isEqualTo(new Done(1, 0, 0, 0));
  }

  @Test
  void theDeskSeesAnAgentsSaleAsAnEarlierUse() {
    PresentedCard card = bench.personal("AGENT00001", 2);
    importList(SALE);
    VisitInquiry visit =
        new VisitInquiry(
            StationKind.DESK,
            List.of(card),
            Choices.NONE,
            DeskBench.POLICY,
            Optional.of(concert()));
    PriorUse use = bench.desk().facts(visit).cards().getFirst().uses().getFirst();
    assertThat(use.place()).isEqualTo("agent-report");
    assertThat(use.at()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
  }

  @Test
  void voidingFreesItsPlacesThoughItHasNoTicket() {
    importList(SALE);
    AdmissionId id = usesOf(SOLD_ON).getFirst().id();
    assertThat(DeskBench.voided(bench.desk().voidAdmission(id)).takeBack()).isZero();
    assertThat(bench.placesTaken(concert())).isZero();
    assertThat(bench.unsent()).isZero();
    assertThat(bench.row(id).standing()).isEqualTo(Standing.VOIDED);
  }

  @Test
  void theCardIsForgottenLikeAnyOtherAndTheRowStillKnown() {
    importList(SALE);
    bench.pass(Duration.between(bench.clock().now(), concert().endsAt().plus(Duration.ofDays(14))));
    try (CardErasure erasure =
        new CardErasure(bench.journal(), bench::clock, id -> Optional.empty())) {
      erasure.erase();
    }
    assertThat(usesOf(SOLD_ON).getFirst().tail()).isEmpty();
    assertThat(bench.placesTaken(concert())).isEqualTo(3);
    assertThat(importList(SALE)).isEqualTo(new Done(0, 1, 0, 0));
  }

  @Test
  void aClockThatIsNotTrustedEntersNothing() {
    Supplier<ClockReading> doubtful =
        () -> new ClockReading.Untrusted(DeskBench.START, ClockReading.Doubt.WENT_BACK);
    AgentReportOutcome outcome =
        reports(doubtful).importCsv(stream(HEADER + SALE), notes::add, doubts::add);
    assertThat(((Stopped) outcome).cause()).isEqualTo(Cause.CLOCK_NOT_TRUSTED);
    assertThat(bench.unsent()).isZero();
  }
}
