package fi.kaiku.terminal.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Times in the event list: Helsinki's own, or with an offset. A spreadsheet in Finnish turns {@code
 * 2026-11-23T18:00} into {@code 23.11.2026 18.00} when it saves, so that is read as well.
 */
enum EventTime {
  /** Where the clock shows a time twice (autumn), the first is meant. */
  START,
  /** Where the clock shows a time twice, the second is meant: nobody is turned away too soon. */
  END;

  static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  /** Whatever is earlier or later is a slip of a digit. */
  private static final int FIRST_YEAR = 2000;

  private static final int LAST_YEAR = 2099;

  private static final List<DateTimeFormatter> LOCAL_FORMS =
      List.of(
          form("uuuu-M-d['T'][' ']H:mm[:ss]"),
          form("d.M.uuuu H:mm[:ss]"),
          form("d.M.uuuu H.mm[.ss]"));
  private static final DateTimeFormatter WITH_OFFSET =
      new DateTimeFormatterBuilder()
          .append(form("uuuu-M-d['T'][' ']H:mm[:ss]"))
          .appendOffsetId()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** Empty when the text is no time, or one that no clock in Helsinki shows. */
  Optional<Instant> read(String text) {
    Optional<Instant> withOffset = withOffset(text);
    Optional<Instant> time =
        withOffset.isPresent() ? withOffset : local(text).flatMap(this::inHelsinki);
    return time.filter(EventTime::isLikely);
  }

  private static boolean isLikely(Instant time) {
    int year = time.atZone(HELSINKI).getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private Optional<Instant> inHelsinki(LocalDateTime time) {
    List<ZoneOffset> offsets = HELSINKI.getRules().getValidOffsets(time);
    if (offsets.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        time.toInstant(
            switch (this) {
              case START -> offsets.getFirst();
              case END -> offsets.getLast();
            }));
  }

  private static Optional<Instant> withOffset(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, WITH_OFFSET).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDateTime> local(String text) {
    for (DateTimeFormatter form : LOCAL_FORMS) {
      try {
        return Optional.of(LocalDateTime.parse(text, form));
      } catch (DateTimeException e) {
        // Not in this form; the next one may fit.
      }
    }
    return Optional.empty();
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
