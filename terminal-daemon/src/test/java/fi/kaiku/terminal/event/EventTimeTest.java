package fi.kaiku.terminal.event;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.InLocale;
import fi.kaiku.terminal.InZone;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-23T18:00, 2026-11-23T16:00:00Z",
    "2026-11-23T18:00:30, 2026-11-23T16:00:30Z",
    "2026-11-23 18:00, 2026-11-23T16:00:00Z",
    "2026-07-01T18:00, 2026-07-01T15:00:00Z",
    "2026-11-23T18:00+01:00, 2026-11-23T17:00:00Z",
    "2026-11-23T18:00Z, 2026-11-23T18:00:00Z",
    "23.11.2026 18:00, 2026-11-23T16:00:00Z",
    "23.11.2026 18.00, 2026-11-23T16:00:00Z",
    "1.7.2026 9:05, 2026-07-01T06:05:00Z",
    "23.11.2026 18.00.30, 2026-11-23T16:00:30Z",
    "2024-02-29T00:00, 2024-02-28T22:00:00Z",
    "2000-01-01T00:00, 1999-12-31T22:00:00Z",
    "2099-12-31T23:59, 2099-12-31T21:59:00Z"
  })
  void helsinkiIsMeantUnlessAnOffsetSaysElse(String text, Instant time) {
    for (String zone : new String[] {"Europe/Helsinki", "America/Los_Angeles", "Asia/Kathmandu"}) {
      for (String locale :
          new String[] {"fi-FI", "tr-TR", "th-TH-u-ca-buddhist", "ar-EG-u-nu-arab"}) {
        InZone.run(
            zone,
            () ->
                InLocale.run(locale, () -> assertThat(EventTime.START.read(text)).contains(time)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "2026-11-23",
        "18:00",
        "2026-11-23T24:00",
        "2026-11-23T18:60",
        "2026-02-29T18:00",
        "2026-13-01T18:00",
        "11/23/2026 18:00",
        "23.11.26 18:00",
        "1999-12-31T23:59",
        "2100-01-01T00:00",
        "20260-11-23T18:00",
        "2026-11-23T18:00+25:00",
        "2026-11-23T18:00 UTC"
      })
  void whatIsNoTimeIsNone(String text) {
    assertThat(EventTime.START.read(text)).isEmpty();
    assertThat(EventTime.END.read(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-29T02:59, 2026-03-29T00:59:00Z, 2026-03-29T00:59:00Z",
    "2026-03-29T03:00, , ",
    "2026-03-29T03:59, , ",
    "2026-03-29T04:00, 2026-03-29T01:00:00Z, 2026-03-29T01:00:00Z",
    "2026-10-25T02:59, 2026-10-24T23:59:00Z, 2026-10-24T23:59:00Z",
    "2026-10-25T03:00, 2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z",
    "2026-10-25T03:59, 2026-10-25T00:59:00Z, 2026-10-25T01:59:00Z",
    "2026-10-25T04:00, 2026-10-25T02:00:00Z, 2026-10-25T02:00:00Z"
  })
  void theHourThatIsLeftOutIsNoTimeAndTheDoubledOneIsTheLongest(
      String text, Instant start, Instant end) {
    assertThat(EventTime.START.read(text).orElse(null)).isEqualTo(start);
    assertThat(EventTime.END.read(text).orElse(null)).isEqualTo(end);
  }
}
