package fi.kaiku.terminal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.event.EventId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  private static final InstantSource CLOCK = InstantSource.fixed(StoredVisits.NOW);

  @TempDir Path folder;

  private final StoredVisits visits = new StoredVisits();

  private Journal open() {
    return Journal.open(folder, CLOCK);
  }

  @Test
  void whatWasRecordedIsThereAfterReopening() {
    AdmissionId id;
    try (Journal journal = open()) {
      id = Recorded.value(journal.write(tx -> visits.issue(tx, 1)));
    }
    try (Journal journal = open()) {
      UseRow row = journal.read(view -> view.uses().find(id)).orElseThrow();
      assertThat(row.adults()).isEqualTo(1);
      assertThat(row.children()).isEqualTo(1);
      assertThat(row.assistants()).isEqualTo(1);
      assertThat(row.paper()).isEqualTo(UseRow.Paper.WAITING);
      assertThat(journal.state()).isEqualTo(JournalState.OK);
    }
  }

  @Test
  void aMistakeInTheWorkRecordsNothing() {
    try (Journal journal = open()) {
      assertThatThrownBy(
              () ->
                  journal.write(
                      tx -> {
                        visits.issue(tx, 1);
                        throw new IllegalArgumentException("a mistake of ours");
                      }))
          .hasRootCauseMessage("a mistake of ours");
      List<UseRow> rows = journal.read(view -> view.uses().ofDay(StoredVisits.DAY));
      assertThat(rows).isEmpty();
      visits.issueTo(journal, 1);
    }
  }

  @Test
  void oneJournalIsOpenOnceAtATime() {
    try (Journal journal = open()) {
      assertThat(journal.state()).isEqualTo(JournalState.OK);
      assertThatThrownBy(this::open).hasMessageContaining("in use by another process");
    }
    open().close();
  }

  @Test
  void aClosedJournalIsOneFileWithoutALogBesideIt() {
    try (Journal journal = open()) {
      visits.issueTo(journal, 1);
      List<UseRow> rows = journal.read(view -> view.uses().ofDay(StoredVisits.DAY));
      assertThat(rows).hasSize(1);
    }
    assertThat(folder.resolve("journal.db")).exists();
    assertThat(folder.resolve("journal.db-wal")).doesNotExist();
  }

  @Test
  void writesAfterCloseAreNotRecorded() {
    Journal journal = open();
    journal.close();
    WriteOutcome<AdmissionId> outcome = journal.write(tx -> visits.issue(tx, 1));
    assertThat(outcome).isEqualTo(new WriteOutcome.NotRecorded<>(JournalFault.CLOSED));
    assertThatThrownBy(() -> journal.read(view -> view.outbox().unsent()))
        .isInstanceOf(JournalException.class);
    journal.close();
  }

  @Test
  void followersHearOfWhatWasTouchedAfterTheCommit() throws InterruptedException {
    try (Journal journal = open()) {
      List<JournalChange> changes = new CopyOnWriteArrayList<>();
      CountDownLatch told = new CountDownLatch(1);
      journal.onChange(
          change -> {
            throw new IllegalStateException("a follower that fails");
          });
      journal.onChange(
          change -> {
            changes.add(change);
            told.countDown();
          });
      AdmissionId id = Recorded.value(journal.write(tx -> visits.issue(tx, 1)));
      assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(changes)
          .containsExactly(new JournalChange(Set.of(id), Set.of(StoredVisits.PRINTER)));
    }
  }

  @Test
  void moreThanTheQueueHoldsIsAnsweredAsBusy() throws InterruptedException {
    try (Journal journal = open()) {
      CountDownLatch started = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      journal.writeLater(
          tx -> {
            started.countDown();
            return awaitQuietly(goOn);
          });
      assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < JournalWriter.QUEUE_MAX; i++) {
        journal.writeLater(tx -> 0);
      }
      WriteOutcome<Integer> outcome = journal.write(tx -> 0);
      assertThat(outcome).isEqualTo(new WriteOutcome.NotRecorded<>(JournalFault.BUSY));
      goOn.countDown();
    }
  }

  private static boolean awaitQuietly(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFollowerThatWritesIsRefusedAtOnceInsteadOfHangingTheWriter() throws InterruptedException {
    try (Journal journal = open()) {
      List<Throwable> refusals = new CopyOnWriteArrayList<>();
      CountDownLatch told = new CountDownLatch(1);
      journal.onChange(
          change -> {
            try {
              journal.write(tx -> 0);
            } catch (IllegalStateException e) {
              refusals.add(e);
            }
            told.countDown();
          });
      visits.issueTo(journal, 1);
      assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(refusals).hasSize(1);
    }
  }

  @Test
  void jobsThatWereInFlightAreUnknownAtTheNextStartAndWaitingOnesGoOnWaiting() {
    AdmissionId id;
    try (Journal journal = open()) {
      id = Recorded.value(journal.write(tx -> visits.issue(tx, 1)));
      Recorded.value(
          journal.write(tx -> tx.printJobs().claim(StoredVisits.PRINTER, StoredVisits.NOW)));
    }
    try (Journal journal = open()) {
      List<PrintJobRow> jobs = journal.read(view -> view.printJobs().of(id));
      assertThat(jobs)
          .extracting(PrintJobRow::state)
          .containsExactly(PrintState.UNKNOWN, PrintState.QUEUED, PrintState.QUEUED);
      List<PrintQuestion> questions =
          journal.read(view -> view.printJobs().questions(StoredVisits.STATION));
      int waiting = journal.read(view -> view.printJobs().waiting(StoredVisits.STATION));
      assertThat(questions).hasSize(1);
      assertThat(waiting).isEqualTo(2);
    }
  }

  @Test
  void theEventOfAStationIsKnownAtTheNextStart() {
    EventId museum = new EventId("museo");
    try (Journal journal = open()) {
      for (EventId event : List.of(new EventId("konsertti"), museum)) {
        journal.writeLater(
            tx -> {
              tx.stationEvents().choose(StoredVisits.STATION, event);
              return event;
            });
      }
    }
    try (Journal journal = open()) {
      Optional<EventId> last =
          journal.read(view -> view.stationEvents().last(StoredVisits.STATION));
      Optional<EventId> other =
          journal.read(view -> view.stationEvents().last(new StationName("desk-9")));
      assertThat(last).contains(museum);
      assertThat(other).isEmpty();
    }
  }

  @Test
  void aTicketThatCantBeReadHidesNoOtherQuestion() {
    try (Journal journal = open()) {
      AdmissionId id = visits.issueOne(journal);
      List<PrintJobRow> jobs = journal.read(view -> view.printJobs().of(id));
      Recorded.value(
          journal.write(
              tx -> {
                jobs.forEach(
                    job ->
                        tx.printJobs()
                            .move(job.id(), PrintState.UNKNOWN, StoredVisits.NOW, "a test"));
                tx.sql().script("DROP TRIGGER ticket_stays");
                return tx.sql().change("UPDATE ticket SET number = 'nonsense' WHERE seq = 1");
              }));

      List<PrintQuestion> questions =
          journal.read(view -> view.printJobs().questions(StoredVisits.STATION));
      assertThat(questions)
          .extracting(PrintQuestion::job)
          .containsExactly(jobs.get(1).id(), jobs.get(2).id());
    }
  }

  @Test
  void aUseThatCantBeReadHidesNoOtherOfTheDay() {
    try (Journal journal = open()) {
      AdmissionId first = visits.issueOne(journal);
      AdmissionId second = Recorded.value(journal.write(tx -> visits.issue(tx, 2)));
      AdmissionId third = Recorded.value(journal.write(tx -> visits.issue(tx, 3)));
      Recorded.value(
          journal.write(
              tx -> {
                tx.sql().script("DROP TRIGGER admission_stays");
                return tx.sql()
                    .change(
                        "UPDATE admission SET card_kind = 'nonsense' WHERE id = ?", second.value());
              }));

      List<UseRow> uses = journal.read(view -> view.uses().ofDay(StoredVisits.DAY));
      assertThat(uses).extracting(UseRow::id).containsExactly(third, first);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE admission SET adults = 9",
        "DELETE FROM admission",
        "UPDATE ticket SET kind = 'CHILD'",
        "DELETE FROM ticket",
        "DELETE FROM assistant_ticket",
        "UPDATE print_job SET printer = 'other'",
        "DELETE FROM print_job",
        "UPDATE outbox SET payload = '{}'",
        "DELETE FROM outbox",
        "UPDATE visit SET tickets = 1",
        "DELETE FROM visit",
        "DELETE FROM event_seen"
      })
  void factsAreAppendOnly(String tampering) {
    try (Journal journal = open()) {
      visits.issueTo(journal, 1);
      assertThatThrownBy(() -> journal.write(tx -> tx.sql().change(tampering)))
          .rootCause()
          .hasMessageContaining("append-only");
    }
  }
}
