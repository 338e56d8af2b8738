package fi.kaiku.terminal.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatePublisherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AtomicInteger state = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final EventFeed feed = new EventFeed("r", this::look);
  private final StatePublisher publisher = new StatePublisher("desk-1");

  private WholeState look() {
    if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new IllegalStateException("the state can't be taken");
    }
    int now = state.get();
    return new WholeState(now, () -> "{\"state\":" + now + "}");
  }

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  void publishesTheStateOnceAtTheStart() throws InterruptedException {
    publisher.start(feed);

    assertThat(feed.join("r:0").next(PATIENCE)).isInstanceOf(FeedStep.Next.class);
  }

  @Test
  void publishesAChangeOfTheVisitAtOnceEvenRightAfterTheStatusDid() throws InterruptedException {
    publisher.start(feed);
    Follower follower = feed.join("r:0");
    follower.next(PATIENCE);
    for (int i = 1; i <= 20; i++) {
      long begin = System.nanoTime();
      state.set(i);
      publisher.visitChanged();

      assertThat(follower.next(PATIENCE)).isInstanceOf(FeedStep.Next.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .as("a look of its own comes after seconds only")
          .isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void publishesAFlappingStatusAtMostTenTimesASecondAndItsLastStateSurely()
      throws InterruptedException {
    publisher.start(feed);
    Follower follower = feed.join("r:0");
    long begin = System.nanoTime();
    int flaps = 0;
    while (System.nanoTime() - begin < Duration.ofMillis(700).toNanos()) {
      state.set(++flaps);
      publisher.statusChanged();
      Thread.onSpinWait();
    }
    int events = 0;
    String last = "";
    while (!last.equals("{\"state\":" + flaps + "}")) {
      if (follower.next(PATIENCE) instanceof FeedStep.Next(FeedEvent event)) {
        last = event.data();
        events++;
      }
    }
    long passed = System.nanoTime() - begin;

    assertThat(flaps).isGreaterThan(1000);
    assertThat(events)
        .isLessThanOrEqualTo((int) (passed / StatePublisher.STATUS_INTERVAL.toNanos()) + 2);
  }

  @Test
  void noticesByItselfWhatChangesByTimeAlone() throws InterruptedException {
    publisher.start(feed);
    Follower follower = feed.join("r:0");
    follower.next(PATIENCE);
    state.set(5);

    assertThat(follower.next(PATIENCE)).isInstanceOf(FeedStep.Next.class);
  }

  @Test
  void goesOnAfterAStateThatCouldNotBeTaken() throws InterruptedException {
    failures.set(1);
    publisher.start(feed);

    assertThat(feed.join("r:0").next(PATIENCE)).isInstanceOf(FeedStep.Next.class);
  }
}
