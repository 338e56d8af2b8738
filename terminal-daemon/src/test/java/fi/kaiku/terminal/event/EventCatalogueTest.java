package fi.kaiku.terminal.event;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.event.EventCatalogue.EventSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventCatalogueTest {
  private static final String HEADER =
      "event_id,title_fi,title_sv,title_en,kind,starts_at,ends_at,quota,organiser,service_fee\n";

  /** Far more than the watch needs on a busy machine. */
  private static final int LONGEST_WAIT_SECONDS = 60;

  private static final Instant NOW = Instant.parse("2026-11-23T16:42:00Z");

  @TempDir Path folder;
  private Instant now = NOW;
  private Path csv;
  private Path lastGood;
  private final Set<EventId> withAdmissions = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void nameTheFiles() {
    csv = folder.resolve("events.csv");
    lastGood = folder.resolve("data-events.csv");
  }

  @Test
  void theListIsThereAsSoonAsItIsOpen() throws IOException {
    Files.writeString(csv, HEADER + event("late", "20") + event("early", "18"));
    try (EventCatalogue catalogue = open()) {
      assertThat(catalogue.all()).extracting(e -> e.id().value()).containsExactly("early", "late");
      assertThat(catalogue.find(new EventId("early"))).isPresent();
      assertThat(catalogue.find(new EventId("other"))).isEmpty();
      assertThat(catalogue.state()).isEqualTo(new EventFileState.InUse(2, List.of(), NOW));
    }
  }

  @Test
  void aChangeOfTheFileIsNoticed() throws Exception {
    Files.writeString(csv, HEADER + event("e1", "18"));
    try (EventCatalogue catalogue = open()) {
      Semaphore changes = changesOf(catalogue);
      Files.writeString(csv, HEADER + event("e1", "18") + event("e2", "19"));
      await(changes);

      assertThat(catalogue.all()).hasSize(2);
    }
  }

  @Test
  void aFileThatIsMovedIntoPlaceIsNoticed() throws Exception {
    Files.writeString(csv, HEADER + event("e1", "18"));
    try (EventCatalogue catalogue = open()) {
      Semaphore changes = changesOf(catalogue);
      Path beside = Files.writeString(folder.resolve("new.csv"), HEADER + event("e2", "19"));
      Files.move(beside, csv, StandardCopyOption.ATOMIC_MOVE);
      await(changes);

      assertThat(catalogue.all()).extracting(e -> e.id().value()).containsExactly("e2");
    }
  }

  @Test
  void aFileThatVanishesOrBreaksKeepsTheLastGoodListAndSaysWhy() throws Exception {
    Files.writeString(csv, HEADER + event("e1", "18"));
    try (EventCatalogue catalogue = open()) {
      Semaphore changes = changesOf(catalogue);
      Files.delete(csv);
      await(changes);
      assertThat(catalogue.all()).hasSize(1);
      assertThat(catalogue.state())
          .isEqualTo(new EventFileState.LastGood("the file is missing", NOW));

      Files.writeString(csv, "something else\n");
      await(changes);
      assertThat(catalogue.all()).hasSize(1);
      assertThat(catalogue.state()).isInstanceOf(EventFileState.LastGood.class);

      Files.writeString(csv, HEADER + event("e2", "18"));
      await(changes);
      assertThat(catalogue.all()).extracting(e -> e.id().value()).containsExactly("e2");
    }
  }

  @Test
  void aFolderThatComesLaterIsNoticed() throws Exception {
    csv = folder.resolve("share/events.csv");
    try (EventCatalogue catalogue = open()) {
      Semaphore changes = changesOf(catalogue);
      Files.createDirectory(folder.resolve("share"));
      Files.writeString(csv, HEADER + event("e1", "18"));
      await(changes);

      assertThat(catalogue.all()).hasSize(1);
    }
  }

  @Test
  void aRestartWithABrokenFileStillKnowsItsEvents() throws IOException {
    Files.writeString(
        csv,
        HEADER
            + event("e1", "18")
            + "p1,\"Kausi, \"\"kevät\"\"\",,,pass,2026-01-01T00:00,2026-12-31T23:59,,,2.50\n");
    List<Event> before;
    try (EventCatalogue catalogue = open()) {
      before = catalogue.all();
    }
    Files.writeString(csv, "");

    try (EventCatalogue catalogue = open()) {
      assertThat(catalogue.all()).isEqualTo(before).hasSize(2);
    }
  }

  @Test
  void aRestartWithoutTheFileSaysOfWhenTheListIs() throws IOException {
    Files.writeString(csv, HEADER + event("e1", "18"));
    open().close();
    now = NOW.plusSeconds(60);
    open().close();
    Files.delete(csv);
    now = NOW.plusSeconds(3_600);

    try (EventCatalogue catalogue = open()) {
      assertThat(catalogue.state())
          .isEqualTo(new EventFileState.LastGood("the file is missing", NOW.plusSeconds(60)));
    }
  }

  @Test
  void withoutAnyListItSaysThatThereIsNone() throws IOException {
    try (EventCatalogue catalogue = open()) {
      assertThat(catalogue.state()).isEqualTo(new EventFileState.Nothing("the file is missing"));
    }
  }

  @Test
  void anEventWithAdmissionsOutlivesItsRowAndARestart() throws IOException {
    Files.writeString(csv, HEADER + event("e1", "18") + event("e2", "19"));
    open().close();
    Files.writeString(csv, HEADER);
    withAdmissions.add(new EventId("e1"));
    open().close();

    try (EventCatalogue catalogue = open()) {
      assertThat(catalogue.all()).extracting(e -> e.id().value()).containsExactly("e1");
    }
  }

  @Test
  void whenNobodyKnowsOfAdmissionsTheEventStays() throws IOException {
    Files.writeString(csv, HEADER + event("e1", "18"));
    open().close();
    Files.writeString(csv, HEADER);

    try (EventCatalogue catalogue =
        EventCatalogue.open(
            new EventSource(
                csv,
                lastGood,
                "our-venue",
                id -> {
                  throw new IllegalStateException("the journal can't be read");
                },
                () -> now))) {
      assertThat(catalogue.all()).hasSize(1);
    }
  }

  @Test
  void aDamagedMemoryOfTheLastListIsNoObstacle() throws IOException {
    Files.writeString(lastGood, "\u0000\u0001garbage");
    Files.writeString(csv, HEADER + event("e1", "18"));

    try (EventCatalogue catalogue = open()) {
      assertThat(catalogue.all()).hasSize(1);
    }
  }

  @Test
  void closingEndsTheWatchingThread() throws IOException {
    open().close();

    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("events-watch"));
  }

  private EventCatalogue open() throws IOException {
    return EventCatalogue.open(
        new EventSource(csv, lastGood, "our-venue", withAdmissions::contains, () -> now));
  }

  private static Semaphore changesOf(EventCatalogue catalogue) {
    Semaphore changes = new Semaphore(0);
    catalogue.onChange(changes::release);
    return changes;
  }

  private static void await(Semaphore changes) throws InterruptedException {
    assertThat(changes.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  private static String event(String id, String hour) {
    return "%s,Esitys,,,performance,2026-11-23T%s:00,2026-11-23T23:00,,,\n".formatted(id, hour);
  }
}
