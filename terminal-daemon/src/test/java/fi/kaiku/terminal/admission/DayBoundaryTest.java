package fi.kaiku.terminal.admission;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.InZone;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventId;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.event.Quota;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R21: an open event counts by Helsinki's day, wherever the machine thinks that it is. */
class DayBoundaryTest {
  private static final String CARD = "KK00000001";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "2026-11-24, UTC",
    "2026-11-24, America/Los_Angeles",
    "2027-04-20, UTC",
    "2027-04-20, America/Los_Angeles"
  })
  void anOpenEventGivesOneUseFromMidnightToMidnight(String day, String zone) {
    InZone.run(
        zone,
        () -> {
          try (DeskBench bench = new DeskBench(folder)) {
            PresentedCard card = bench.personal(CARD, 0);
            Event museum = event("museo", EventKind.OPEN);
            bench.waitUntil(helsinki(day + "T00:00:00"));
            bench.issue(museum, card);
            bench.waitUntil(helsinki(day + "T23:59:59"));
            assertThat(again(bench, museum, card)).isInstanceOf(IssueOutcome.Changed.class);
            bench.waitUntil(bench.clock().now().plusSeconds(1));
            assertThat(again(bench, museum, card)).isInstanceOf(IssueOutcome.Issued.class);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/Los_Angeles"})
  void aPassGivesOneUseUntilItsLastSecond(String zone) {
    InZone.run(
        zone,
        () -> {
          try (DeskBench bench = new DeskBench(folder)) {
            PresentedCard card = bench.personal(CARD, 0);
            Event pass = event("kausi", EventKind.PASS);
            bench.waitUntil(helsinki("2026-11-23T12:00:00"));
            bench.issue(pass, card);
            for (String time : List.of("00:00:00", "12:00:00", "23:59:59")) {
              bench.waitUntil(helsinki("2027-05-20T" + time));
              assertThat(again(bench, pass, card)).isInstanceOf(IssueOutcome.Changed.class);
            }
          }
        });
  }

  private static IssueOutcome again(DeskBench bench, Event event, PresentedCard card) {
    return bench.desk().issue(bench.order(DeskBench.DESK_1, event, List.of(card), Choices.NONE));
  }

  private static Event event(String id, EventKind kind) {
    return new Event(
        new EventId(id),
        new LocalisedText("Museo", "Museum", "Museum"),
        kind,
        helsinki("2026-11-01T00:00:00"),
        helsinki("2027-05-20T23:59:59"),
        new Quota.Unlimited(),
        "kulttuuritalo",
        0);
  }

  private static Instant helsinki(String time) {
    return LocalDateTime.parse(time).atZone(ZoneId.of("Europe/Helsinki")).toInstant();
  }
}
