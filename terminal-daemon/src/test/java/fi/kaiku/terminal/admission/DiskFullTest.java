package fi.kaiku.terminal.admission;

import static fi.kaiku.terminal.admission.DeskBench.DESK_1;
import static fi.kaiku.terminal.admission.DeskBench.PRINTER_1;
import static fi.kaiku.terminal.admission.DeskBench.concert;
import static fi.kaiku.terminal.admission.DeskBench.issued;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.store.JournalAudit;
import fi.kaiku.terminal.store.JournalState;
import fi.kaiku.terminal.store.PrintState;
import fi.kaiku.terminal.store.SmallDisk;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal's disk is full: nothing is given that is not recorded, and it ends by itself. */
class DiskFullTest {
  /** Far more than fit into the last pages of a small journal. */
  private static final int VISITS_MAX = 5_000;

  private static final long WAIT_SECONDS = 30;

  @TempDir Path folder;

  private final BlockingQueue<JournalState> states = new LinkedBlockingQueue<>();
  private final Set<String> issued = new HashSet<>();
  private DeskBench bench;

  @BeforeEach
  void open() {
    bench = new DeskBench(folder);
    bench.journal().onState(states::add);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private IssueOrder order(int card) {
    PresentedCard family = bench.personal(String.format(Locale.ROOT, "FULL%06d", card), 2);
    return bench.order(DESK_1, concert(), List.of(family), DeskBench.children(family, 2));
  }

  /** Issues until there is no room for another visit; answers the order that was not recorded. */
  private IssueOrder issueUntilFull() {
    SmallDisk.fill(bench.journal());
    for (int card = 0; card < VISITS_MAX; card++) {
      IssueOrder order = order(card);
      if (bench.desk().issue(order) instanceof IssueOutcome.NotRecorded) {
        return order;
      }
      issued.add(order.visit().toString());
    }
    throw new AssertionError("the disk did not get full");
  }

  private JournalState nextState() throws InterruptedException {
    return states.poll(WAIT_SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void aVisitThatDoesNotFitLeavesNothingBehind() throws InterruptedException, SQLException {
    IssueOrder refused = issueUntilFull();

    assertThat(nextState()).isEqualTo(JournalState.FULL);
    assertThat(bench.desk().issue(refused)).isInstanceOf(IssueOutcome.NotRecorded.class);
    assertThat(bench.desk().issued(refused.visit())).isEmpty();
    assertThat(bench.placesTaken(concert())).isEqualTo(3 * issued.size());
    try (JournalAudit journal = new JournalAudit(folder.resolve("journal.db"))) {
      assertThat(journal.visits()).isEqualTo(issued);
      assertThat(journal.allNumbers()).hasSize(3 * issued.size());
      assertThat(journal.jobsNotSettled()).isEqualTo(3L * issued.size());
      assertThat(journal.admissionsWithOtherTickets()).isZero();
      assertThat(journal.admissionsWithoutOneUpload()).isZero();
      assertThat(journal.countersOff()).isZero();
    }
  }

  @Test
  void whenThereIsRoomTheSameVisitIsIssuedOnce() throws InterruptedException {
    IssueOrder refused = issueUntilFull();
    assertThat(nextState()).isEqualTo(JournalState.FULL);
    SmallDisk.makeRoom(bench.journal());

    assertThat(nextState()).isEqualTo(JournalState.OK);
    IssuedVisit visit = issued(bench.desk().issue(refused));
    assertThat(issued(bench.desk().issue(refused))).isEqualTo(visit);
    assertThat(bench.placesTaken(concert())).isEqualTo(3 * (issued.size() + 1));
  }

  /** A print queue that looks for work and finds none commits nothing, on any disk. */
  @Test
  void whatNeedsNoRoomIsNoSignThatThereIsSome() throws InterruptedException {
    bench.issue(concert(), bench.personal("FULLOTHER0", 0));
    bench.printAll(PRINTER_1, PrintState.SENT);
    issueUntilFull();
    assertThat(nextState()).isEqualTo(JournalState.FULL);
    bench.write(tx -> tx.printJobs().claim(DeskBench.PRINTER_2, DeskBench.START));

    assertThat(bench.journal().state()).isEqualTo(JournalState.FULL);
    assertThat(states).isEmpty();
  }
}
