package fi.kaiku.terminal.admission;

import static fi.kaiku.terminal.admission.DeskBench.concert;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventId;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.event.Quota;
import fi.kaiku.terminal.store.AdmissionTable.Standing;
import fi.kaiku.terminal.store.People;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R28: the hash of a card goes 14 days after its event has ended; the counters stay. */
class CardErasureTest {
  private static final Duration KEPT = Duration.ofDays(14);
  private static final Duration A_MOMENT = Duration.ofMillis(1);
  private static final long WAIT_NANOS = Duration.ofSeconds(30).toNanos();

  @TempDir Path folder;

  private final Map<EventId, Event> events = new HashMap<>();
  private DeskBench bench;

  @BeforeEach
  void open() {
    bench = new DeskBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void look() throws IOException {
    look(bench::clock);
  }

  private void look(Supplier<ClockReading> clock) throws IOException {
    try (CardErasure erasure =
        new CardErasure(bench.journal(), clock, id -> Optional.ofNullable(events.get(id)))) {
      erasure.erase();
      erasure.eraseSetAside();
    }
  }

  private void passUntil(Instant time) {
    bench.pass(Duration.between(bench.clock().now(), time));
  }

  private boolean isKnown(AdmissionId use) {
    return !bench.row(use).tail().isEmpty();
  }

  private AdmissionId issue(Event event, PresentedCard card) {
    return bench.issue(event, card, DeskBench.children(card, 1)).admissions().getFirst();
  }

  @Test
  void theCardIsForgottenAfterFourteenDaysAndNotAMomentBefore() throws IOException {
    PresentedCard card = bench.personal("ERASE00001", 1);
    AdmissionId use = issue(concert(), card);
    passUntil(concert().endsAt().plus(KEPT).minus(A_MOMENT));
    look();
    assertThat(isKnown(use)).isTrue();

    bench.pass(A_MOMENT);
    look();
    assertThat(isKnown(use)).isFalse();
  }

  @Test
  void theUseAndItsCountersStay() throws IOException {
    PresentedCard card = bench.personal("ERASE00001", 1);
    AdmissionId use = issue(concert(), card);
    passUntil(concert().endsAt().plus(KEPT));
    look();

    assertThat(bench.row(use).adults()).isEqualTo(1);
    assertThat(bench.row(use).children()).isEqualTo(1);
    assertThat(bench.row(use).standing()).isEqualTo(Standing.STANDS);
    assertThat(bench.placesTaken(concert())).isEqualTo(2);
    assertThat(bench.unsent()).isEqualTo(1);
    assertThat(bench.journal().<People>read(view -> view.useCounts().ofDay(DeskBench.TODAY)))
        .isEqualTo(new People(1, 1, 0, 0));
  }

  @Test
  void anOpenEventEndsForEachUseWithItsDay() throws IOException {
    Event museum = DeskBench.event("museo", EventKind.OPEN, new Quota.Unlimited());
    events.put(museum.id(), museum);
    PresentedCard card = bench.personal("ERASE00001", 1);
    AdmissionId monday = issue(museum, card);
    bench.pass(Duration.ofDays(1));
    AdmissionId tuesday = issue(museum, card);
    LocalDate forgotten = DeskBench.TODAY.plusDays(1).plusDays(KEPT.toDays());
    passUntil(forgotten.atStartOfDay(AdmissionRules.CALENDAR).toInstant());
    look();

    assertThat(isKnown(monday)).isFalse();
    assertThat(isKnown(tuesday)).isTrue();
  }

  @Test
  void anEventThatWasPutOffKeepsItsCardsUntilItIsOver() throws IOException {
    PresentedCard card = bench.personal("ERASE00001", 1);
    AdmissionId use = issue(concert(), card);
    Duration delay = Duration.ofDays(60);
    events.put(concert().id(), putOff(delay));
    passUntil(concert().endsAt().plus(KEPT));
    look();
    assertThat(isKnown(use)).isTrue();

    bench.pass(delay);
    look();
    assertThat(isKnown(use)).isFalse();
  }

  private static Event putOff(Duration delay) {
    Event event = concert();
    return new Event(
        event.id(),
        event.title(),
        event.kind(),
        event.startsAt().plus(delay),
        event.endsAt().plus(delay),
        event.quota(),
        event.organiser(),
        event.serviceFeeCents());
  }

  @Test
  void aClockThatIsNotTrustedErasesNothing() throws IOException {
    AdmissionId use = issue(concert(), bench.personal("ERASE00001", 1));
    Instant far = concert().endsAt().plus(KEPT).plus(Duration.ofDays(3_650));
    look(() -> new ClockReading.Untrusted(far, ClockReading.Doubt.JUMPED_AHEAD));

    assertThat(isKnown(use)).isTrue();
  }

  @Test
  void aDamagedJournalThatWasSetAsideGoesFourteenDaysAfter() throws IOException {
    PresentedCard card = bench.personal("ERASE00001", 1);
    issue(concert(), card);
    bench.close();
    try (FileChannel file = FileChannel.open(folder.resolve("journal.db"), WRITE)) {
      file.write(ByteBuffer.wrap("no database".getBytes(StandardCharsets.US_ASCII)), 0);
    }
    bench = new DeskBench(folder);
    Path aside = bench.journal().recovery().orElseThrow().setAside();
    Path future = folder.resolve("journal-damaged-20991231T000000.000Z.db");
    Files.createFile(future);
    look(() -> new ClockReading.Untrusted(Instant.MAX, ClockReading.Doubt.JUMPED_AHEAD));
    assertThat(aside).exists();
    assertThat(future).exists();

    bench.pass(KEPT);
    look();
    assertThat(aside).exists();
    assertThat(future).as("stamped by a clock that ran wild").doesNotExist();
    bench.pass(A_MOMENT);
    look();
    assertThat(aside).doesNotExist();
    assertThat(folder.resolve("journal.db")).exists();
  }

  @Test
  void afterwardsNoFileHoldsTheHash() throws Exception {
    PresentedCard card = bench.personal("ERASE00001", 1);
    issue(concert(), card);
    assertThat(filesHold(card.hash().bytes())).isTrue();
    passUntil(concert().endsAt().plus(KEPT));
    look();

    long deadline = System.nanoTime() + WAIT_NANOS;
    while (filesHold(card.hash().bytes())) {
      assertThat(System.nanoTime()).as("the hash is still in a file").isLessThan(deadline);
    }
  }

  private boolean filesHold(byte[] bytes) throws Exception {
    String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(wanted)) {
          return true;
        }
      }
    }
    return false;
  }
}
