package fi.kaiku.terminal.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EventListProperties {
  private static final String HEADER =
      "event_id,title_fi,title_sv,title_en,kind,starts_at,ends_at,quota,organiser,service_fee\n";

  @Property(tries = 200)
  void whatIsKeptForTheNextStartIsReadBackAsItWas(@ForAll("events") List<Event> events)
      throws IOException {
    Map<EventId, Event> byId =
        events.stream().collect(Collectors.toMap(Event::id, e -> e, (first, second) -> first));
    Path file = Files.createTempFile("kaiku-events", ".csv");
    try {
      LastGoodEvents lastGood = new LastGoodEvents(file);
      lastGood.write(byId.values());

      assertThat(lastGood.read()).isEqualTo(byId);
    } finally {
      Files.delete(file);
    }
  }

  @Property
  void noListAtAllBreaksTheReading(@ForAll List<String> lines) throws Exception {
    String csv = HEADER + String.join("\n", lines);

    EventList list =
        EventList.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "our-venue");

    assertThat(list.events()).isEmpty();
  }

  @Provide
  Arbitrary<List<Event>> events() {
    Arbitrary<EventId> ids =
        Arbitraries.strings()
            .withCharRange('a', 'f')
            .ofMinLength(1)
            .ofMaxLength(3)
            .map(EventId::new);
    Arbitrary<String> titles =
        Arbitraries.strings()
            .withChars("aä\",;' €\u00A0'".toCharArray())
            .ofMinLength(1)
            .ofMaxLength(20)
            .map(text -> "T" + text + "\uD83C\uDFAD");
    Arbitrary<Instant> times =
        Arbitraries.longs().between(946_684_800L, 4_070_908_800L).map(Instant::ofEpochSecond);
    Arbitrary<Quota> quotas =
        Arbitraries.oneOf(
            Arbitraries.just(new Quota.Unlimited()),
            Arbitraries.integers().between(0, 999_999).map(Quota.Limited::new));
    return Combinators.combine(
            ids,
            Combinators.combine(titles, titles, titles).as(LocalisedText::new),
            Arbitraries.of(EventKind.class),
            times,
            quotas,
            Arbitraries.of("our-venue", "other, \"venue\""),
            Arbitraries.integers().between(0, 100_000))
        .as(
            (id, title, kind, start, quota, organiser, fee) ->
                new Event(id, title, kind, start, start.plusSeconds(7_200), quota, organiser, fee))
        .list()
        .ofMaxSize(20);
  }
}
