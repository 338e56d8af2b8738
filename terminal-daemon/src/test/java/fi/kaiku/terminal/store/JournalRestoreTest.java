package fi.kaiku.terminal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that was put back from a backup prints nothing by itself; a plain crash is no such. */
class JournalRestoreTest {
  @TempDir Path folder;
  @TempDir Path elsewhere;

  private final StoredVisits visits = new StoredVisits();
  private Path backup;

  /** Three tickets wait when the backup is made, and are printed after it. */
  @BeforeEach
  void aBackupOfTicketsThatArePrintedLater() throws IOException {
    backup = elsewhere.resolve("backup.db");
    try (Journal journal = open(folder)) {
      visits.issueOne(journal);
      backUp(backup);
      print(journal, 3);
    }
  }

  private static Journal open(Path folder) {
    return Journal.open(folder, () -> StoredVisits.NOW);
  }

  private static Path database(Path folder) {
    return folder.resolve("journal.db");
  }

  private void backUp(Path to) throws IOException {
    Files.deleteIfExists(to);
    try (Sql sql = JournalConnection.reader(database(folder))) {
      sql.script("backup to '" + to + "'");
    }
  }

  private void putBack() throws IOException {
    Files.write(database(folder), Files.readAllBytes(backup));
  }

  private static Optional<PrintableTicket> claim(Journal journal) {
    return Recorded.value(
        journal.write(tx -> tx.printJobs().claim(StoredVisits.PRINTER, StoredVisits.NOW)));
  }

  private static void print(Journal journal, int tickets) {
    IntStream.range(0, tickets)
        .mapToObj(_ -> claim(journal).orElseThrow())
        .forEach(ticket -> confirm(journal, ticket));
  }

  private static void confirm(Journal journal, PrintableTicket ticket) {
    Recorded.value(
        journal.write(
            tx -> {
              tx.printJobs().finish(ticket.job(), PrintState.CONFIRMED, StoredVisits.NOW, "");
              return true;
            }));
  }

  private static List<PrintQuestion> asked(Journal journal) {
    return journal.read(view -> view.printJobs().questions(StoredVisits.STATION));
  }

  private static void assertThatAllIsAskedAndNothingPrinted(Journal journal) {
    assertThat(journal.state()).isEqualTo(JournalState.RESTORED);
    assertThat(claim(journal)).as("printed by itself").isEmpty();
    assertThat(asked(journal)).hasSize(3);
  }

  @Test
  void aRestoredBackupAsksAboutTicketsThatWereStillWaitingInIt() throws IOException {
    putBack();
    try (Journal journal = open(folder)) {
      assertThatAllIsAskedAndNothingPrinted(journal);
    }
    try (Journal journal = open(folder)) {
      assertThat(journal.state()).as("at the start after").isEqualTo(JournalState.OK);
      assertThat(asked(journal)).hasSize(3);
    }
  }

  @Test
  void whatIsIssuedAfterARestoreIsPrinted() throws IOException {
    putBack();
    try (Journal journal = open(folder)) {
      visits.issueOne(journal);
      print(journal, 3);
      assertThat(claim(journal)).isEmpty();
    }
  }

  @Test
  void aBackupMovedToAnotherMachineIsRestoredToo() throws IOException {
    Path other = Files.createDirectory(elsewhere.resolve("other"));
    Files.copy(backup, database(other));
    try (Journal journal = open(other)) {
      assertThatAllIsAskedAndNothingPrinted(journal);
    }
  }

  @Test
  void aMarkThatIsTornCountsAsNone() throws IOException {
    putBack();
    Path mark = folder.resolve("journal.mark");
    byte[] torn = Files.readAllBytes(mark);
    torn[20] ^= 1;
    Files.write(mark, torn);
    try (Journal journal = open(folder)) {
      assertThatAllIsAskedAndNothingPrinted(journal);
    }
  }

  /** After a first restore the rows begin anew: their number alone would not tell. */
  @Test
  void aBackupOfAnEarlierHistoryIsFoundHoweverFarItIs() throws IOException {
    Path late = elsewhere.resolve("late.db");
    try (Journal journal = open(folder)) {
      visits.issueTo(journal, 20);
      print(journal, 57);
      backUp(late);
      print(journal, 3);
    }
    putBack();
    open(folder).close();
    backup = late;
    putBack();
    try (Journal journal = open(folder)) {
      assertThatAllIsAskedAndNothingPrinted(journal);
    }
  }

  @Test
  void aPlainStopLeavesTheQueueAsItWas() {
    try (Journal journal = open(folder)) {
      visits.issueOne(journal);
    }
    try (Journal journal = open(folder)) {
      assertThat(journal.state()).isEqualTo(JournalState.OK);
      print(journal, 3);
    }
  }

  /** What a killed process leaves: the files as they are in the middle of things. */
  @Test
  void aCrashPutsOnlyTheTicketInFlightInDoubt() throws IOException {
    Path crashed = Files.createDirectory(elsewhere.resolve("crashed"));
    try (Journal journal = open(folder)) {
      visits.issueOne(journal);
      claim(journal);
      for (String name : List.of("journal.db", "journal.db-wal", "journal.mark")) {
        Files.copy(folder.resolve(name), crashed.resolve(name));
      }
    }
    try (Journal journal = open(crashed)) {
      assertThat(journal.state()).isEqualTo(JournalState.OK);
      assertThat(asked(journal)).hasSize(1);
      print(journal, 2);
    }
  }

  /**
   * The writer counts on by itself: no table that tells how far the journal is may be forgotten.
   */
  @Test
  void theMarkIsWhereTheJournalIsAfterEveryKindOfWrite() throws IOException {
    try (Journal journal = open(folder)) {
      visits.voidOne(journal, visits.issueOne(journal));
      visits.issueOne(journal);
      print(journal, 1);
      claim(journal);
      assertThatThrownBy(() -> journal.write(this::issueAndFail))
          .isInstanceOf(IllegalStateException.class);
    }
    try (JournalMark mark = JournalMark.open(folder.resolve("journal.mark"));
        Sql sql = JournalConnection.reader(database(folder))) {
      assertThat(mark.read()).contains(JournalExtent.of(sql));
    }
  }

  private Object issueAndFail(JournalTransaction tx) {
    visits.issue(tx, 2);
    throw new IllegalStateException("on purpose");
  }

  /** Killed after the commit and before the mark was written. */
  @Test
  void aMarkBehindItsJournalIsNoRestore() throws IOException {
    byte[] mark = Files.readAllBytes(folder.resolve("journal.mark"));
    try (Journal journal = open(folder)) {
      visits.issueOne(journal);
    }
    Files.write(folder.resolve("journal.mark"), mark);
    try (Journal journal = open(folder)) {
      assertThat(journal.state()).isEqualTo(JournalState.OK);
      print(journal, 3);
    }
  }

  /** Killed in the start after a restore, when the journal had settled and the mark had not. */
  @Test
  void aRestoreThatWasCutOffIsSettledByTheNextStart() throws IOException {
    byte[] mark = Files.readAllBytes(folder.resolve("journal.mark"));
    putBack();
    open(folder).close();
    Files.write(folder.resolve("journal.mark"), mark);
    try (Journal journal = open(folder)) {
      assertThatAllIsAskedAndNothingPrinted(journal);
    }
  }
}
