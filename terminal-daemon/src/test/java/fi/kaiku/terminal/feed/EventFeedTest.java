package fi.kaiku.terminal.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFeedTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration AT_ONCE = Duration.ZERO;

  private final AtomicInteger state = new AtomicInteger();
  private final AtomicInteger written = new AtomicInteger();
  private final EventFeed feed = new EventFeed("r1", this::look);

  private WholeState look() {
    int now = state.get();
    return new WholeState(
        now,
        () -> {
          written.incrementAndGet();
          return "{\"state\":" + now + "}";
        });
  }

  @Test
  void beginsWithTheWholeStateForAFollowerThatHasSeenNothing() throws InterruptedException {
    state.set(7);

    assertThat(feed.join("").next(AT_ONCE))
        .isEqualTo(new FeedStep.Next(new FeedEvent("r1:0", "station", "{\"state\":7}")));
  }

  @Test
  void goesOnAfterTheWholeStateWithWhatIsPublishedLater() throws InterruptedException {
    Follower follower = feed.join("");
    follower.next(AT_ONCE);
    feed.publish("today", "{}");

    assertThat(follower.next(AT_ONCE))
        .isEqualTo(new FeedStep.Next(new FeedEvent("r1:1", "today", "{}")));
    assertThat(follower.next(AT_ONCE)).isEqualTo(new FeedStep.Quiet());
  }

  @Test
  void publishesAStateOnlyWhenItsContentChanged() throws InterruptedException {
    feed.publishState();
    feed.publishState();
    state.set(1);
    feed.publishState();

    assertThat(drain(feed.join("r1:0"))).extracting(FeedEvent::id).containsExactly("r1:1", "r1:2");
  }

  /** A terminal that nobody uses looks all the same: that must cost next to nothing. */
  @Test
  void writesAStateDownOnlyWhenItIsSent() {
    for (int i = 0; i < 100; i++) {
      feed.publishState();
    }

    assertThat(written).hasValue(1);
  }

  @Test
  void resumesAfterTheLastEventSeen() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      feed.publish("today", "{\"n\":" + i + "}");
    }

    assertThat(drain(feed.join("r1:3"))).extracting(FeedEvent::id).containsExactly("r1:4", "r1:5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "r1", "r1:", "r1:x", "r1:-1", "r1:6", "r0:3", "r1:99999999999999999999", ":3"})
  void givesTheWholeStateToAnIdItCanNotBelieve(String id) throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      feed.publish("today", "{}");
    }

    assertThat(drain(feed.join(id))).extracting(FeedEvent::name).containsExactly("station");
  }

  @Test
  void holdsTheLastEventsAndGivesTheWholeStateToOneThatWasAwayForLonger()
      throws InterruptedException {
    for (int i = 0; i < EventFeed.HELD_EVENTS + 1; i++) {
      feed.publish("today", "{}");
    }

    assertThat(drain(feed.join("r1:1"))).hasSize(EventFeed.HELD_EVENTS);
    assertThat(drain(feed.join("r1:0"))).extracting(FeedEvent::id).containsExactly("r1:201");
  }

  @Test
  void dropsASlowFollowerAndDoesNotWaitForIt() throws InterruptedException {
    Follower slow = feed.join("");
    Follower fast = feed.join("");
    slow.next(AT_ONCE);
    fast.next(AT_ONCE);
    int seenByFast = 0;
    for (int i = 0; i < EventFeed.HELD_EVENTS + 1; i++) {
      feed.publish("today", "{}");
      seenByFast += drain(fast).size();
    }

    assertThat(slow.next(AT_ONCE)).isEqualTo(new FeedStep.TooSlow());
    assertThat(seenByFast).isEqualTo(EventFeed.HELD_EVENTS + 1);
  }

  @Test
  void endsFollowersThatWaitWhenItIsClosed() throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Follower follower = feed.join("r1:0");
      Future<FeedStep> waiting = pool.submit(() -> follower.next(PATIENCE));
      feed.close();

      assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(new FeedStep.Closed());
    }
  }

  @Test
  void neverShowsAnOlderStateAfterANewerOneToAnyOfManyFollowers() throws Exception {
    int followers = 8;
    int changes = 3000;
    CountDownLatch ready = new CountDownLatch(followers);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Integer>>> seen = new ArrayList<>();
      for (int i = 0; i < followers; i++) {
        seen.add(pool.submit(() -> followUntil(changes, ready)));
      }
      assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();
      seen.add(pool.submit(() -> change(changes)));
      seen.add(pool.submit(() -> change(0)));
      for (Future<List<Integer>> states : seen) {
        assertThat(states.get(30, TimeUnit.SECONDS)).isSorted();
      }
    }
  }

  /** Joins again whenever it was too slow, as a browser does. */
  private List<Integer> followUntil(int last, CountDownLatch ready) throws InterruptedException {
    List<Integer> states = new ArrayList<>();
    Follower follower = feed.join("");
    ready.countDown();
    while (states.isEmpty() || states.getLast() < last) {
      switch (follower.next(PATIENCE)) {
        case FeedStep.Next(FeedEvent event) -> states.add(stateIn(event));
        case FeedStep.TooSlow() -> follower = feed.join("");
        case FeedStep.Quiet() -> throw new AssertionError("no event within " + PATIENCE);
        case FeedStep.Closed() -> throw new AssertionError("closed");
      }
    }
    return states;
  }

  private static int stateIn(FeedEvent event) {
    return Integer.parseInt(event.data().replaceAll("\\D", ""));
  }

  /** Two publishers at once; the state moves on by its own. */
  private List<Integer> change(int times) {
    for (int i = 0; i < times; i++) {
      state.incrementAndGet();
      feed.publishState();
    }
    feed.publishState();
    return List.of();
  }

  @Test
  void refusesDataOfSeveralLines() {
    assertThatThrownBy(() -> feed.publish("today", "{\n}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one line");
  }

  @Test
  void tellsNoDataInLogs() {
    assertThat(new FeedEvent("r1:1", "station", "{\"text\":\"AB12CD34EF\"}").toString())
        .isEqualTo("FeedEvent[r1:1 station, 21 characters]");
  }

  static List<FeedEvent> drain(Follower follower) throws InterruptedException {
    List<FeedEvent> events = new ArrayList<>();
    while (follower.next(AT_ONCE) instanceof FeedStep.Next(FeedEvent event)) {
      events.add(event);
    }
    return events;
  }
}
