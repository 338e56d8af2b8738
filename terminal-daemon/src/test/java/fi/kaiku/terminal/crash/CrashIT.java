package fi.kaiku.terminal.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.api.UnixHttp;
import fi.kaiku.terminal.store.JournalAudit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at random moments while two desks scan, issue, undo and print. Whatever the desks
 * were told stands in the journal; every ticket on paper is a recorded one, and none is there
 * twice.
 */
class CrashIT {
  /** 20 in the normal run, hundreds in the soak. */
  private static final int CRASHES = Integer.getInteger("kaiku.crashes", 20);

  private static final long SEED = Long.getLong("kaiku.seed", System.nanoTime());

  /** The longest life of a daemon between start and crash. */
  private static final Duration LIFE_MAX = Duration.ofMillis(1200);

  private static final Duration SETTLE_LIMIT = Duration.ofSeconds(60);

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final AtomicInteger nextCard = new AtomicInteger();
  private final Ledger ledger = new Ledger();

  @Test
  void nothingIsLostAndNothingIsGivenTwice(@TempDir Path folder) throws Exception {
    try (CrashSite site = new CrashSite(folder)) {
      DaemonProcess first = DaemonProcess.start(site.config(), site.log());
      site.importRegistry();
      first.stop();
      for (int crash = 0; crash < CRASHES; crash++) {
        liveAndCrash(site);
      }
      DaemonProcess last = DaemonProcess.start(site.config(), site.log());
      repeatUnanswered(site);
      settlePaper(site);
      last.stop();
      audit(site);
    }
  }

  private void liveAndCrash(CrashSite site) throws Exception {
    DaemonProcess daemon = DaemonProcess.start(site.config(), site.log());
    repeatUnanswered(site);
    List<Thread> clerks = new ArrayList<>();
    for (String station : CrashSite.STATIONS) {
      Clerk clerk = new Clerk(site.desk(station), ledger, random.split(), nextCard);
      clerks.add(Thread.ofPlatform().name("clerk " + station).start(clerk));
    }
    LockSupport.parkNanos(random.nextLong(LIFE_MAX.toNanos()));
    daemon.kill();
    for (Thread clerk : clerks) {
      clerk.join();
    }
  }

  /** The page asks again after a lost answer: the first result comes back, or it never happened. */
  private void repeatUnanswered(CrashSite site) {
    for (Ledger.Unanswered press : ledger.takeUnanswered()) {
      UnixHttp.Reply reply = site.desk(press.station()).issue(press.visitId(), press.revision());
      if (reply.status() == 200) {
        ledger.acknowledged(press.visitId());
      } else {
        assertThat(reply.status()).as(reply.text()).isEqualTo(409);
        ledger.neverRecorded(press.visitId());
      }
    }
  }

  /** The clerks look at the paper and answer; then the queues run dry. */
  private static void settlePaper(CrashSite site) {
    long deadline = System.nanoTime() + SETTLE_LIMIT.toNanos();
    boolean settled = false;
    while (!settled) {
      assertThat(System.nanoTime()).as("print queues did not run dry").isLessThan(deadline);
      settled = true;
      for (String station : CrashSite.STATIONS) {
        JsonNode state = site.desk(station).state();
        answer(site, station, state.path("questions"));
        settled &=
            state.path("questions").isEmpty()
                && state.path("status").path("waitingTickets").asInt() == 0;
      }
    }
  }

  private static void answer(CrashSite site, String station, JsonNode questions) {
    for (JsonNode question : questions) {
      boolean cameOut =
          site.printedNumbers().stream()
              .anyMatch(
                  number -> plain(number).equals(plain(question.path("ticketNumber").asText())));
      site.desk(station).answer(UUID.fromString(question.path("jobId").asText()), cameOut);
    }
  }

  private void audit(CrashSite site) throws Exception {
    try (JournalAudit journal = new JournalAudit(site.journal())) {
      Set<String> visits = journal.visits();
      assertThat(visits).as("acknowledged, seed " + SEED).containsAll(ledger.acknowledgedVisits());
      assertThat(ledger.visitsNeverRecorded())
          .as("said not to be there, seed " + SEED)
          .noneMatch(visits::contains);
      assertThat(journal.voidedVisits()).as("undone").containsAll(ledger.undoneVisits());
      assertThat(journal.cardsAdmittedTwice()).isZero();
      assertThat(journal.admissionsWithOtherTickets()).isZero();
      assertThat(journal.admissionsWithoutOneUpload()).isZero();
      assertThat(journal.countersOff()).isZero();
      assertThat(journal.jobsNotSettled()).isZero();
      assertThat(Files.readString(site.log()))
          .as("a crash taken for a restored backup, seed " + SEED)
          .doesNotContain("restored");
      auditPaper(site, journal);
      System.out.printf(
          "crash test: seed %d, %d crashes, %d visits acknowledged, %d undone, %d presses unanswered and not recorded,"
              + " %d tickets on paper%n",
          SEED,
          CRASHES,
          ledger.acknowledgedVisits().size(),
          ledger.undoneVisits().size(),
          ledger.visitsNeverRecorded().size(),
          site.printedNumbers().size());
      assertThat(ledger.acknowledgedVisits()).as("the test issued something").isNotEmpty();
    }
  }

  private static void auditPaper(CrashSite site, JournalAudit journal) throws Exception {
    List<String> printed = site.printedNumbers().stream().map(CrashIT::plain).toList();
    Set<String> distinct = new HashSet<>(printed);
    assertThat(printed).as("no ticket on paper twice, seed " + SEED).hasSameSizeAs(distinct);
    assertThat(journal.allNumbers()).as("every ticket on paper is recorded").containsAll(distinct);
    assertThat(distinct).as("printed as the journal says").containsAll(journal.numbersPrinted());
    Set<String> standingButNotPrinted = new HashSet<>(journal.numbersStanding());
    standingButNotPrinted.removeAll(distinct);
    assertThat(standingButNotPrinted).as("standing tickets without paper").isEmpty();
  }

  private static String plain(String number) {
    return number.replace("-", "");
  }
}
