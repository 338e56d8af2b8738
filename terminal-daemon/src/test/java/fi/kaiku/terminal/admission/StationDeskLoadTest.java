package fi.kaiku.terminal.admission;

import static fi.kaiku.terminal.admission.DeskRig.CONCERT;
import static fi.kaiku.terminal.admission.DeskRig.HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.registry.CardKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many hands on one station. */
class StationDeskLoadTest {
  private static final int BURST = 1_000;
  private static final int CARDS = 40;
  private static final int HANDS = 6;
  private static final int PRESSES = 400;
  private static final long WAIT_SECONDS = 120;

  private final DeskRig rig = new DeskRig(StationKind.DESK);
  private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);

  @BeforeEach
  void registerCards() {
    for (int i = 0; i < CARDS; i++) {
      rig.register(card(i), CardKind.PERSONAL, LocalDate.of(2027, 1, 9), 2);
    }
    rig.select(CONCERT);
  }

  @AfterEach
  void close() {
    hands.shutdownNow();
    rig.close();
  }

  private static String card(int number) {
    return String.format(Locale.ROOT, "LOAD%06d", number);
  }

  @Test
  void eachScanOfABurstEndsInAVisitOrInBusy() {
    for (int i = 0; i < BURST; i++) {
      rig.desk.accept(DeskRig.reading(card(i % 2)));
      rig.pass(RecentCards.SAME_SCAN);
    }
    rig.settled();
    assertThat(scansTold()).hasSize(BURST);
  }

  /** Where "busy, scan again" is up already, it answers for the non-cards that waited, too. */
  @Test
  void aBurstOfNonCardsLeavesANotice() {
    for (int i = 0; i < BURST; i++) {
      rig.desk.accept(DeskRig.reading("https://example.org/" + i));
    }
    assertThat(rig.settled().notice()).isPresent();
    assertThat(scansTold()).hasSizeGreaterThan(StationInbox.CAPACITY);
  }

  private Set<UUID> scansTold() {
    Set<UUID> answered = new HashSet<>();
    for (DeskState state : rig.shown) {
      state.visit().ifPresent(visit -> answered.add(visit.scanId()));
      state.notice().ifPresent(notice -> answered.add(notice.scanId()));
    }
    return answered;
  }

  @Test
  void manyHandsAtOnceGiveNoCardTwoUsesAndLoseNoIssue() throws Exception {
    long seed = System.nanoTime();
    Queue<DeskAnswer.Issued> issued = new ConcurrentLinkedQueue<>();
    CyclicBarrier start = new CyclicBarrier(HANDS);
    List<Future<?>> working = new ArrayList<>();
    for (int hand = 0; hand < HANDS; hand++) {
      Random random = new Random(seed + hand);
      working.add(
          hands.submit(
              () -> {
                start.await(WAIT_SECONDS, TimeUnit.SECONDS);
                for (int i = 0; i < PRESSES; i++) {
                  press(random, issued);
                }
                return null;
              }));
    }
    for (Future<?> hand : working) {
      hand.get(WAIT_SECONDS, TimeUnit.SECONDS);
    }
    rig.settled();
    Map<VisitId, IssuedVisit> visits = new HashMap<>();
    for (DeskAnswer.Issued answer : issued) {
      IssuedVisit visit = answer.issue().visit();
      IssuedVisit other = visits.putIfAbsent(visit.visit(), visit);
      assertThat(other == null || other.equals(visit))
          .as("one result a visit, seed %s", seed)
          .isTrue();
    }
    assertThat(visits).as("the hands were busy, seed %s", seed).isNotEmpty();
    int admissions = visits.values().stream().mapToInt(v -> v.admissions().size()).sum();
    Map<?, Integer> uses = rig.admissions.usesByCard();
    assertThat(uses.values().stream().mapToInt(Integer::intValue).sum())
        .as("uses recorded and uses told, seed %s", seed)
        .isEqualTo(admissions);
    uses.forEach(
        (card, count) -> {
          if (!card.equals(DeskRig.hash(HOUSE))) {
            assertThat(count).as("uses of one card, seed %s", seed).isEqualTo(1);
          }
        });
    assertThatRevisionsOnlyGrow(seed);
  }

  private void press(Random random, Queue<DeskAnswer.Issued> issued) {
    VisitRef ref =
        rig.desk
            .state()
            .visit()
            .map(shown -> shown.visit())
            .map(StationDeskLoadTest::ref)
            .orElse(null);
    switch (random.nextInt(6)) {
      case 0, 1 -> rig.desk.accept(DeskRig.reading(card(random.nextInt(CARDS))));
      case 2 -> rig.desk.accept(DeskRig.reading(random.nextBoolean() ? HOUSE : "http://x"));
      case 3 -> rig.desk.refresh();
      case 4 -> {
        if (ref != null) {
          rig.desk.choose(ref, Choices.NONE.confirming(Set.of(Question.values())));
        }
      }
      default -> {
        if (ref != null && rig.desk.issue(ref) instanceof DeskAnswer.Issued answer) {
          issued.add(answer);
        }
      }
    }
    rig.pass(RecentCards.SAME_SCAN);
  }

  private static VisitRef ref(Visit visit) {
    return new VisitRef(visit.id(), visit.revision());
  }

  private void assertThatRevisionsOnlyGrow(long seed) {
    Map<VisitId, Integer> last = new HashMap<>();
    for (DeskState state : rig.shown) {
      state
          .visit()
          .map(ShownVisit::visit)
          .ifPresent(
              visit -> {
                int before = last.getOrDefault(visit.id(), 0);
                assertThat(visit.revision())
                    .as("revision, seed %s", seed)
                    .isGreaterThanOrEqualTo(before);
                last.put(visit.id(), visit.revision());
              });
    }
  }
}
