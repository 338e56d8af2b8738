package fi.kaiku.terminal.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Cut at any point and joined again, a follower misses nothing. */
class EventFeedProperties {

  /** One thing that happens in the life of a feed and one follower. */
  sealed interface Act {
    record Publish(int events) implements Act {}

    record Read(int events) implements Act {}

    record Cut() implements Act {}
  }

  private final List<String> published = new ArrayList<>();
  private final EventFeed feed = new EventFeed("run", this::look);

  /** The whole state names the last event that it holds. */
  private WholeState look() {
    return new WholeState(published.size(), () -> "{\"upTo\":" + published.size() + "}");
  }

  @Property(tries = 500)
  void aFollowerSeesEachEventOnceAndInOrderOrTheWholeState(@ForAll("lives") List<Act> life)
      throws InterruptedException {
    Reader reader = new Reader();
    for (Act act : life) {
      switch (act) {
        case Act.Publish(int events) -> publish(events);
        case Act.Read(int events) -> reader.read(events);
        case Act.Cut() -> reader.cut();
      }
    }
    reader.read(Integer.MAX_VALUE);

    assertThat(reader.knows).isEqualTo(published.size());
  }

  private void publish(int events) {
    for (int i = 0; i < events; i++) {
      published.add("{\"n\":" + (published.size() + 1) + "}");
      feed.publish("today", published.getLast());
    }
  }

  @Provide
  Arbitrary<List<Act>> lives() {
    Arbitrary<Act> few = Arbitraries.integers().between(0, 5).map(Act.Publish::new);
    Arbitrary<Act> many = Arbitraries.integers().between(190, 420).map(Act.Publish::new);
    Arbitrary<Act> read = Arbitraries.integers().between(0, 300).map(Act.Read::new);
    Arbitrary<Act> cut = Arbitraries.just(new Act.Cut());
    return Arbitraries.oneOf(few, many, read, cut).list().ofMaxSize(20);
  }

  /** Reads as the kiosk UI does: the last id is kept over a cut, and used to join again. */
  private final class Reader {
    private Follower follower = feed.join("");
    private String lastId = "";
    private int knows;

    void read(int events) throws InterruptedException {
      for (int i = 0; i < events; i++) {
        switch (follower.next(Duration.ZERO)) {
          case FeedStep.Next(FeedEvent event) -> take(event);
          case FeedStep.TooSlow() -> cut();
          case FeedStep.Quiet() -> {
            return;
          }
          case FeedStep.Closed() -> throw new AssertionError("closed");
        }
      }
    }

    void cut() {
      follower = feed.join(lastId);
    }

    private void take(FeedEvent event) {
      lastId = event.id();
      if (event.name().equals("station")) {
        assertThat(event.data()).isEqualTo("{\"upTo\":" + event.id().substring(4) + "}");
        knows = Integer.parseInt(event.id().substring(4));
      } else {
        assertThat(event.data()).as("once and in order").isEqualTo("{\"n\":" + (knows + 1) + "}");
        knows++;
      }
    }
  }
}
