package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.AdmissionRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times on the wire: ISO 8601 with the offset of Europe/Helsinki, to the millisecond. */
final class WireTime {
  private WireTime() {}

  static String of(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.MILLIS).atZone(AdmissionRules.CALENDAR));
  }

  static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, AdmissionRules.CALENDAR);
  }
}
