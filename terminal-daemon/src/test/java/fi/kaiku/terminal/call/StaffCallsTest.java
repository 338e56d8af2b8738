package fi.kaiku.terminal.call;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.admission.StationName;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StaffCallsTest {
  private static final StationName LOBBY = new StationName("lobby");
  private static final StationName DOOR = new StationName("door");

  private final AtomicLong ids = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
  private final StaffCalls calls =
      new StaffCalls(() -> new UUID(0, ids.incrementAndGet()), () -> Instant.EPOCH, nanos::get);

  @Test
  void aSecondPressIsTheSameCallWithTheNewerReason() {
    StaffCall first = calls.call(LOBBY, "ASKED");
    StaffCall second = calls.call(LOBBY, "EXPIRED");
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(calls.standing()).singleElement().isEqualTo(second);
  }

  @Test
  void afterAnAnswerTheNextCallIsAnother() {
    StaffCall first = calls.call(LOBBY, "ASKED");
    calls.acknowledge(first.id());
    assertThat(calls.standing()).singleElement().matches(StaffCall::acknowledged);

    StaffCall second = calls.call(LOBBY, "ASKED");

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.acknowledged()).isFalse();
  }

  @Test
  void anAnswerIsForTheCallThatItNames() {
    calls.call(LOBBY, "ASKED");
    StaffCall door = calls.call(DOOR, "ASKED");
    calls.acknowledge(door.id());
    calls.acknowledge(new UUID(9, 9));
    assertThat(calls.standing()).extracting(StaffCall::acknowledged).containsExactly(false, true);
  }

  @Test
  void aCallThatNobodyAnsweredIsDropped() {
    calls.call(LOBBY, "ASKED");
    nanos.addAndGet(StaffCalls.KEPT.toNanos());
    assertThat(calls.standing()).hasSize(1);
    nanos.incrementAndGet();
    assertThat(calls.standing()).isEmpty();
  }

  @Test
  void eachChangeIsTold() {
    AtomicInteger told = new AtomicInteger();
    calls.onChange(told::incrementAndGet);
    calls.acknowledge(calls.call(LOBBY, "ASKED").id());
    assertThat(told).hasValue(2);
  }
}
