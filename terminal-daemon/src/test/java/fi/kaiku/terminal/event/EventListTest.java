package fi.kaiku.terminal.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.event.EventList.Removal;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventListTest {
  private static final String HEADER =
      "event_id,title_fi,title_sv,title_en,kind,starts_at,ends_at,quota,organiser,service_fee\n";
  private static final String GOOD =
      "e1,Häät,Bröllop,Wedding,performance,2026-11-23T18:00,2026-11-23T20:00,10,other-venue,\"2,50\"\n";
  private static final Event WEDDING =
      new Event(
          new EventId("e1"),
          new LocalisedText("Häät", "Bröllop", "Wedding"),
          EventKind.PERFORMANCE,
          Instant.parse("2026-11-23T16:00:00Z"),
          Instant.parse("2026-11-23T18:00:00Z"),
          new Quota.Limited(10),
          "other-venue",
          250);

  @Test
  void anEventIsReadWithAllItsCells() throws Exception {
    assertThat(read(HEADER + GOOD).events()).isEqualTo(Map.of(WEDDING.id(), WEDDING));
  }

  @Test
  void aSpreadsheetInFinnishMayHaveSavedIt() throws Exception {
    String saved =
        "\uFEFF"
            + HEADER.replace(',', ';')
            + "e1;Häät;Bröllop;Wedding;performance;23.11.2026 18.00;23.11.2026 20:00;10;other-venue;2,50 €\n";

    assertThat(read(saved.replace("\n", "\r\n")).events()).isEqualTo(Map.of(WEDDING.id(), WEDDING));
  }

  @Test
  void whatIsLeftEmptyHasAMeaning() throws Exception {
    Event event =
        read(HEADER + "e1,Uinti,,,open,2026-01-01T06:00,2026-12-31T21:00,,,\n")
            .events()
            .get(new EventId("e1"));

    assertThat(event.title()).isEqualTo(new LocalisedText("Uinti", "Uinti", "Uinti"));
    assertThat(event.quota()).isEqualTo(new Quota.Unlimited());
    assertThat(event.organiser()).isEqualTo("our-venue");
    assertThat(event.serviceFeeCents()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2.50, 250",
    "'2,50', 250",
    "'2,5', 250",
    "2, 200",
    "0, 0",
    "0.05, 5",
    "1000, 100000",
    "3 €, 300"
  })
  void aServiceFeeIsInEuros(String fee, int cents) throws Exception {
    String row = GOOD.replace("\"2,50\"", "\"" + fee + "\"");

    assertThat(read(HEADER + row).events().get(WEDDING.id()).serviceFeeCents()).isEqualTo(cents);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "e1,                 | ' ,'                     | event_id    | expected 1-64 letters",
        "e1,                 | 'e 1,'                   | event_id    | 'e 1'",
        "Häät                | ''                       | title_fi    | is empty",
        "performance         | performence              | kind        | did you mean 'performance'?",
        "performance         | ''                       | kind        | expected performance, course, open, pass",
        "2026-11-23T18:00    | 2026-11-23               | starts_at   | '2026-11-23', expected a time",
        "2026-11-23T20:00    | ''                       | ends_at     | expected a time",
        "2026-11-23T20:00    | 2026-11-23T17:59         | ends_at     | is before starts_at",
        ",10,                | ',-1,'                   | quota       | expected a number of places",
        ",10,                | ',ten,'                  | quota       | 'ten'",
        ",10,                | ',1000000,'              | quota       | expected a number of places",
        "'\"2,50\"'          | 2.505                    | service_fee | expected euros such as 2.50",
        "'\"2,50\"'          | -1                       | service_fee | expected euros",
        "'\"2,50\"'          | 1000.01                  | service_fee | at most 1000"
      })
  void aBadRowIsToldByLineColumnAndReason(String from, String to, String column, String reason)
      throws Exception {
    EventList list = read(HEADER + GOOD.replace("e1", "e0") + GOOD.replace(from, to));

    assertThat(list.events()).hasSize(1);
    assertThat(list.badRows()).hasSize(1);
    assertThat(list.badRows().getFirst().line()).isEqualTo(3);
    assertThat(list.badRows().getFirst().column()).isEqualTo(column);
    assertThat(list.badRows().getFirst().reason()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23T20:00    | 2026-11-23T18:00",
        "performance         | Pass",
        ",10,                | ',0,'",
        ",10,                | ',999999,'"
      })
  void theOtherSideOfEachBoundaryIsGood(String from, String to) throws Exception {
    assertThat(read(HEADER + GOOD.replace(from, to)).badRows()).isEmpty();
  }

  @Test
  void ofTwoRowsWithOneIdTheFirstStands() throws Exception {
    EventList list = read(HEADER + GOOD + GOOD.replace("Häät", "Hautajaiset"));

    assertThat(list.events().get(WEDDING.id()).title().fi()).isEqualTo("Häät");
    assertThat(list.badRows())
        .containsExactly(new BadEvent(3, "event_id", "the same id as on a line above"));
  }

  @Test
  void anEventOfABadRowStaysAsItWas() throws Exception {
    EventList list = read(HEADER + GOOD.replace("2026-11-23T20:00", "soon"));

    assertThat(list.after(Map.of(WEDDING.id(), WEDDING), id -> false))
        .isEqualTo(Map.of(WEDDING.id(), WEDDING));
  }

  @Test
  void anEventThatIsGoneFromTheListIsGoneUnlessSomebodyHasATicket() throws Exception {
    EventList list = read(HEADER);
    Map<EventId, Event> last = Map.of(WEDDING.id(), WEDDING);

    assertThat(list.removal()).isEqualTo(Removal.MEANT);
    assertThat(list.after(last, id -> false)).isEmpty();
    assertThat(list.after(last, WEDDING.id()::equals)).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({"'\"unclosed'", "'only,three,cells'", "',no id,,,,,,,,'"})
  void aRowThatMayBeAnyEventsRemovesNone(String row) throws Exception {
    EventList list = read(HEADER + row + "\n");

    assertThat(list.removal()).isEqualTo(Removal.DOUBTFUL);
    assertThat(list.after(Map.of(WEDDING.id(), WEDDING), id -> false)).hasSize(1);
  }

  private static EventList read(String csv) throws Exception {
    return EventList.read(new ByteArrayInputStream(csv.getBytes(UTF_8)), "our-venue");
  }
}
