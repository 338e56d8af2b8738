package fi.kaiku.terminal.admission;

import static fi.kaiku.terminal.admission.DeskBench.DESK_1;
import static fi.kaiku.terminal.admission.DeskBench.DESK_2;
import static fi.kaiku.terminal.admission.DeskBench.concert;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.event.Quota;
import fi.kaiku.terminal.store.JournalAudit;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two stations press *Issue* at the same instant, on the real journal. */
class SimultaneousIssueTest {
  /** 1,000 in the normal run, 10,000 in the soak. */
  private static final int PAIRS = Boolean.getBoolean("kaiku.soak") ? 10_000 : 1_000;

  /** For what differs from the main case in one point only. */
  private static final int SIDE_CASE_PAIRS = PAIRS / 10;

  private static final long WAIT_SECONDS = 60;

  @TempDir Path folder;

  private final ExecutorService hands = Executors.newFixedThreadPool(2);
  private final CyclicBarrier instant = new CyclicBarrier(2);
  private DeskBench bench;

  private record Pair(IssueOutcome one, IssueOutcome other) {
    private long issued() {
      return List.of(one, other).stream().filter(IssueOutcome.Issued.class::isInstance).count();
    }
  }

  @BeforeEach
  void open() {
    bench = new DeskBench(folder);
  }

  @AfterEach
  void close() {
    hands.shutdownNow();
    bench.close();
  }

  @Test
  void oneCardGetsOneSetOfTicketsForAnEvent() throws Exception {
    int firstWon = 0;
    for (int i = 0; i < PAIRS; i++) {
      PresentedCard card = bench.personal(cardId(i), 1);
      Pair pair = pressAtOnce(order(DESK_1, card), order(DESK_2, card));
      assertThat(pair.issued()).as("pair %d: %s", i, pair).isEqualTo(1);
      assertThat(loser(pair)).as("pair %d", i).isInstanceOf(IssueOutcome.Changed.class);
      firstWon += pair.one() instanceof IssueOutcome.Issued ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "simultaneous issue: %d pairs, %d sets of tickets, the first desk won %d times%n",
        PAIRS,
        journalHolds(PAIRS, concert()),
        firstWon);
  }

  @Test
  void theLastPlaceGoesToOneOfTwoCards() throws Exception {
    for (int i = 0; i < SIDE_CASE_PAIRS; i++) {
      Event event = DeskBench.event("tapahtuma-" + i, EventKind.PERFORMANCE, new Quota.Limited(1));
      IssueOrder one = alone(DESK_1, event, bench.personal(cardId(2 * i), 0));
      IssueOrder other = alone(DESK_2, event, bench.personal(cardId(2 * i + 1), 0));
      assertThat(pressAtOnce(one, other).issued()).isEqualTo(1);
      assertThat(bench.placesTaken(event)).isEqualTo(1);
    }
  }

  @Test
  void oneVisitPressedTwiceIsIssuedOnceAndBothHearTheSame() throws Exception {
    for (int i = 0; i < SIDE_CASE_PAIRS; i++) {
      IssueOrder order = order(DESK_1, bench.personal(cardId(i), 1));
      Pair pair = pressAtOnce(order, order);
      assertThat(pair.one()).isInstanceOf(IssueOutcome.Issued.class).isEqualTo(pair.other());
    }
    journalHolds(SIDE_CASE_PAIRS, concert());
  }

  private static IssueOutcome loser(Pair pair) {
    return pair.one() instanceof IssueOutcome.Issued ? pair.other() : pair.one();
  }

  private static String cardId(int number) {
    return String.format(Locale.ROOT, "PAIR%06d", number);
  }

  private IssueOrder order(StationName station, PresentedCard card) {
    return bench.order(station, concert(), List.of(card), DeskBench.children(card, 1));
  }

  private IssueOrder alone(StationName station, Event event, PresentedCard card) {
    return bench.order(station, event, List.of(card), Choices.NONE);
  }

  private Pair pressAtOnce(IssueOrder one, IssueOrder other) throws Exception {
    Future<IssueOutcome> first = hands.submit(press(one));
    Future<IssueOutcome> second = hands.submit(press(other));
    return new Pair(
        first.get(WAIT_SECONDS, TimeUnit.SECONDS), second.get(WAIT_SECONDS, TimeUnit.SECONDS));
  }

  private Callable<IssueOutcome> press(IssueOrder order) {
    return () -> {
      instant.await(WAIT_SECONDS, TimeUnit.SECONDS);
      return bench.desk().issue(order);
    };
  }

  /** Each set is one adult's and one child's ticket; answers how many sets there are. */
  private long journalHolds(int sets, Event event) throws SQLException {
    try (JournalAudit journal = new JournalAudit(folder.resolve("journal.db"))) {
      assertThat(journal.visits()).hasSize(sets);
      assertThat(journal.cardsAdmittedTwice()).isZero();
      assertThat(journal.admissionsWithOtherTickets()).isZero();
      assertThat(journal.admissionsWithoutOneUpload()).isZero();
      assertThat(journal.ticketsWithTwoOriginals()).isZero();
      assertThat(journal.countersOff()).isZero();
      long tickets = journal.ticketsStanding(event.id().value());
      assertThat(tickets).isEqualTo(2L * sets);
      return tickets / 2;
    }
  }
}
