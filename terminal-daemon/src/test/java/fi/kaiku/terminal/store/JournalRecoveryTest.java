package fi.kaiku.terminal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.terminal.admission.AdmissionId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged journal is set aside and kept, and what can be read of it goes on. */
class JournalRecoveryTest {
  private static final int VISITS = 205;

  /** Of the pages, damaged in their turn; a table that is lost from its root on costs seconds. */
  private static final int PAGES_STEP = 19;

  private static final int PAGE = SqliteHeader.PAGE_BYTES;

  @TempDir Path folder;

  private final StoredVisits visits = new StoredVisits();
  private final List<AdmissionId> uses = new ArrayList<>();
  private Instant now = StoredVisits.NOW;
  private byte[] sound;

  @BeforeEach
  void fill() throws IOException {
    try (Journal journal = open()) {
      for (int card = 0; card < VISITS; card++) {
        int next = card;
        uses.add(Recorded.value(journal.write(tx -> visits.issue(tx, next))));
      }
      visits.voidOne(journal, uses.getLast());
    }
    sound = Files.readAllBytes(database());
  }

  private Journal open() {
    InstantSource clock = () -> now;
    return Journal.open(folder, clock);
  }

  private Path database() {
    return folder.resolve("journal.db");
  }

  /** As it was, but for what is done to it next. */
  private void restore() throws IOException {
    now = now.plus(Duration.ofMinutes(1));
    Files.write(database(), sound);
    Files.deleteIfExists(folder.resolve("journal.db-wal"));
    Files.deleteIfExists(folder.resolve("journal.db-shm"));
  }

  @Test
  void whicheverPageIsLostNoUseIsForgottenAltogether() throws IOException {
    Random random = new Random(20_261_123);
    int recovered = 0;
    for (int page = 0; page < sound.length / PAGE; page += PAGES_STEP) {
      restore();
      byte[] garbage = new byte[PAGE];
      random.nextBytes(garbage);
      overwrite((long) page * PAGE, garbage);
      try (Journal journal = open()) {
        assertThat(forgotten(journal)).as("uses forgotten with page %d", page).isEmpty();
        recovered += journal.state() == JournalState.RECOVERED ? 1 : 0;
        assertThat(takenPlaces(journal))
            .as("page %d", page)
            .isGreaterThanOrEqualTo(2 * (VISITS - 1));
        assertThatANewUseIsItsOwn(journal);
      }
    }
    assertThat(recovered).as("damaged pages that were noticed").isGreaterThan(2);
  }

  @Test
  void cutInTheMiddleItGoesOnWithWhatIsLeft() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "rw")) {
      file.setLength((long) sound.length / PAGE / 2 * PAGE);
    }
    try (Journal journal = open()) {
      assertThat(journal.state()).isEqualTo(JournalState.RECOVERED);
      assertThatANewUseIsItsOwn(journal);
    }
  }

  @Test
  void aJournalThatIsGoneIsNoFirstStart() throws IOException {
    Files.delete(database());
    try (Journal journal = open()) {
      assertThat(journal.state()).isEqualTo(JournalState.RECOVERED);
      assertThatANewUseIsItsOwn(journal);
    }
    overwriteWithNothing();
    try (Journal journal = open()) {
      assertThat(journal.state()).isEqualTo(JournalState.RECOVERED);
    }
  }

  private void overwriteWithNothing() throws IOException {
    now = now.plus(Duration.ofMinutes(1));
    Files.write(database(), new byte[0]);
  }

  /** Nothing that was saved of a lost use may pass for a part of it. */
  private void assertThatANewUseIsItsOwn(Journal journal) {
    AdmissionId id = visits.issueOne(journal);
    UseRow use = journal.read(view -> view.uses().find(id)).orElseThrow();
    assertThat(use.standing()).isEqualTo(AdmissionTable.Standing.STANDS);
    assertThat(use.assistants()).isEqualTo(1);
    List<PrintJobRow> jobs = journal.read(view -> view.printJobs().of(id));
    assertThat(jobs).extracting(PrintJobRow::state).containsOnly(PrintState.QUEUED).hasSize(3);
    List<AdmissionId> visit = journal.read(view -> view.visits().admissions(use.visit()));
    assertThat(visit).containsExactly(id);
  }

  /** A page holds some seventy uses; the last one here a few. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatStandsBehindADamagedPageIsSaved(int leaf) throws IOException {
    int page = leaves("admission").get(leaf);
    overwrite((page - 1L) * PAGE, new byte[PAGE]);
    try (Journal journal = open()) {
      assertThat(listed(journal, uses.getFirst())).isTrue();
      assertThat(listed(journal, uses.getLast())).isTrue();
      assertThat(uses.stream().filter(use -> !listed(journal, use)))
          .as("lost with one page")
          .hasSizeBetween(1, 100);
      assertThat(journal.recovery().orElseThrow().lost()).isPositive();
    }
  }

  private List<Integer> leaves(String table) {
    try (Sql sql = JournalConnection.writer(database())) {
      List<Integer> leaves =
          sql.list(
              "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path",
              row -> row.number(1),
              table);
      assertThat(leaves).hasSize(4);
      return leaves;
    }
  }

  private static boolean listed(Journal journal, AdmissionId use) {
    return journal.<Boolean>read(view -> view.uses().find(use).isPresent());
  }

  private void overwrite(long at, byte... bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "rw")) {
      file.seek(at);
      file.write(bytes);
    }
  }

  /** Neither in the list of uses nor among what goes upstream. */
  private Set<AdmissionId> forgotten(Journal journal) {
    Set<AdmissionId> sent =
        Set.copyOf(
            Recorded.value(
                journal.write(
                    tx -> tx.sql().list("SELECT admission FROM outbox", row -> row.admission(1)))));
    return uses.stream()
        .filter(use -> !sent.contains(use))
        .filter(use -> !listed(journal, use))
        .collect(Collectors.toSet());
  }

  private static int takenPlaces(Journal journal) {
    return journal.read(view -> view.useCounts().placesTaken(StoredVisits.event().id()));
  }

  @Test
  void theDamagedFileIsKeptAndTheScreenIsTold() throws IOException {
    overwrite(0, "this is no database".getBytes(StandardCharsets.US_ASCII));
    try (Journal journal = open()) {
      assertThat(journal.state()).isEqualTo(JournalState.RECOVERED);
      RecoveryReport report = journal.recovery().orElseThrow();
      assertThat(report.lost()).isZero();
      assertThat(report.setAside()).exists();
      assertThat(Files.size(report.setAside())).isEqualTo(sound.length);
      assertThat(forgotten(journal)).isEmpty();
    }
    try (Journal journal = open()) {
      assertThat(journal.state()).as("at the start after").isEqualTo(JournalState.OK);
    }
  }

  /** Nobody can tell what came out since the rows were written that were found. */
  @Test
  void afterARecoveryNothingIsPrintedByItself() throws IOException {
    overwrite(0, "this is no database".getBytes(StandardCharsets.US_ASCII));
    try (Journal journal = open()) {
      Optional<PrintableTicket> next =
          Recorded.value(journal.write(tx -> tx.printJobs().claim(StoredVisits.PRINTER, now)));
      List<PrintQuestion> asked =
          journal.read(view -> view.printJobs().questions(StoredVisits.STATION));
      assertThat(next).isEmpty();
      assertThat(asked).hasSize(3 * (VISITS - 1));
    }
  }

  @Test
  void aRecoveryThatWasCutOffIsFinishedByTheNextStart() throws IOException {
    String aside = "journal-damaged-20261123T164200.000Z.db";
    Files.writeString(folder.resolve("journal.recovering"), aside);
    try (Journal journal = open()) {
      assertThat(journal.recovery().orElseThrow().setAside()).isEqualTo(folder.resolve(aside));
      assertThat(forgotten(journal)).isEmpty();
    }
    assertThat(folder.resolve("journal.recovering")).doesNotExist();
  }

  @Test
  void anotherProgramsDatabaseIsSetAsideToo() throws IOException {
    restore();
    try (Sql sql = JournalConnection.writer(database())) {
      sql.script("PRAGMA application_id = 1");
    }
    try (Journal journal = open()) {
      assertThat(journal.recovery()).isPresent();
      assertThat(forgotten(journal)).isEmpty();
    }
  }

  @Test
  void aSchemaStepThatWasEditedStopsTheStart() throws IOException {
    restore();
    try (Sql sql = JournalConnection.writer(database())) {
      sql.change("UPDATE migration SET checksum = 'other'");
    }
    assertThatThrownBy(this::open).hasMessageContaining("migration 1 was applied as other");
  }
}
