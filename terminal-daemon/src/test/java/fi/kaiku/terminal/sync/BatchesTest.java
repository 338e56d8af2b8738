package fi.kaiku.terminal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.store.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private final Batches batches = new Batches();

  private static Outbox.Entry entry() {
    UUID id = UUID.randomUUID();
    return new Outbox.Entry(id, new AdmissionId(id), "{}", Optional.empty());
  }

  private static List<Outbox.Entry> entries(int count) {
    return IntStream.range(0, count).mapToObj(_ -> entry()).toList();
  }

  /** Sends until nothing but the bad ones is left; answers how many batches that took. */
  private int sendAllBut(Set<Outbox.Entry> bad, List<Outbox.Entry> outbox) {
    int rounds = 0;
    List<Outbox.Entry> left = new ArrayList<>(outbox);
    while (left.size() > bad.size()) {
      List<Outbox.Entry> batch =
          batches.next(left.subList(0, Math.min(left.size(), batches.toLookAt())));
      assertThat(batch).isNotEmpty();
      rounds++;
      if (batch.stream().anyMatch(bad::contains)) {
        batches.failed(batch);
      } else {
        batches.delivered(batch);
        left.removeAll(batch);
      }
      assertThat(rounds).isLessThan(1_000);
    }
    return rounds;
  }

  @Test
  void takesTheOldestFirstAndNoMoreThanTheHubTakes() {
    List<Outbox.Entry> outbox = entries(500);
    assertThat(batches.next(outbox)).isEqualTo(outbox.subList(0, Batches.MOST));
  }

  @Test
  void oneBadEntryAmongThousandCostsAFewBatchesMore() {
    List<Outbox.Entry> outbox = entries(1_000);
    assertThat(sendAllBut(Set.of(), outbox)).isEqualTo(5);
    assertThat(sendAllBut(Set.of(outbox.get(137)), outbox)).isLessThan(30);
  }

  @Test
  void severalBadEntriesHoldUpNone() {
    List<Outbox.Entry> outbox = entries(300);
    Set<Outbox.Entry> bad = Set.of(outbox.get(0), outbox.get(1), outbox.get(150), outbox.get(299));
    assertThat(sendAllBut(bad, outbox)).isLessThan(100);
  }

  @Test
  void anEntryThatIsLetThroughInTheEndIsTriedAgain() {
    List<Outbox.Entry> outbox = entries(10);
    Outbox.Entry bad = outbox.get(3);
    sendAllBut(Set.of(bad), outbox);
    assertThat(batches.next(List.of(bad))).containsExactly(bad);
  }

  @Test
  void anEmptyOutboxIsAnEmptyBatch() {
    assertThat(batches.next(List.of())).isEmpty();
  }
}
