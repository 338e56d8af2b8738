package fi.kaiku.terminal.event;

import fi.kaiku.terminal.input.BadCellException;
import fi.kaiku.terminal.input.CsvLine;
import fi.kaiku.terminal.input.NearestName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The cells of one line of the event list. */
record EventRow(CsvLine.Row<EventColumn> row) {
  /** Characters; the longest that still fits a ticket and a picker's line or two. */
  static final int TITLE_MAX = 120;

  /** Characters of a venue's id. */
  static final int ORGANISER_MAX = 64;

  /** Euros; a larger service fee is a slip of the decimal point. */
  static final int SERVICE_FEE_MAX = 1_000;

  private static final Pattern QUOTA = Pattern.compile("\\d{1,6}");
  private static final Pattern EUROS = Pattern.compile("(\\d{1,4}(?:[.,]\\d{1,2})?)\\s*€?");
  private static final List<String> KINDS =
      Arrays.stream(EventKind.values()).map(EventRow::nameOf).toList();

  /**
   * Reads all of it.
   *
   * @param ourVenue the organiser where the cell is empty
   */
  Event event(String ourVenue) throws BadCellException {
    EventId id = id().orElseThrow(() -> bad(EventColumn.EVENT_ID, "1-64 letters, digits, . _ -"));
    Instant startsAt = time(EventColumn.STARTS_AT, EventTime.START);
    Instant endsAt = time(EventColumn.ENDS_AT, EventTime.END);
    if (endsAt.isBefore(startsAt)) {
      throw new BadCellException(EventColumn.ENDS_AT, "is before starts_at");
    }
    return new Event(
        id, title(), kind(), startsAt, endsAt, quota(), organiser(ourVenue), serviceFeeCents());
  }

  /** What the row is about, as far as that can be told even of a bad one. */
  Optional<EventId> id() {
    try {
      return Optional.of(new EventId(row.get(EventColumn.EVENT_ID)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private LocalisedText title() throws BadCellException {
    if (row.get(EventColumn.TITLE_FI).isEmpty()) {
      throw new BadCellException(EventColumn.TITLE_FI, "is empty, expected the title in Finnish");
    }
    return new LocalisedText(
        title(EventColumn.TITLE_FI), title(EventColumn.TITLE_SV), title(EventColumn.TITLE_EN));
  }

  private String title(EventColumn column) throws BadCellException {
    String text = row.get(column);
    if (text.length() > TITLE_MAX || text.chars().anyMatch(Character::isISOControl)) {
      throw new BadCellException(
          column, "expected at most " + TITLE_MAX + " characters, no control characters");
    }
    return text;
  }

  private EventKind kind() throws BadCellException {
    String text = row.get(EventColumn.KIND).toLowerCase(Locale.ROOT);
    for (EventKind kind : EventKind.values()) {
      if (text.equals(nameOf(kind))) {
        return kind;
      }
    }
    throw bad(EventColumn.KIND, String.join(", ", KINDS) + NearestName.hint(text, KINDS));
  }

  private static String nameOf(EventKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private Instant time(EventColumn column, EventTime time) throws BadCellException {
    return time.read(row.get(column))
        .orElseThrow(
            () ->
                bad(
                    column,
                    "a time in Helsinki such as 2026-11-23T18:00 or 23.11.2026 18:00, or one with"
                        + " an offset such as 2026-11-23T18:00+02:00"));
  }

  private String organiser(String ourVenue) throws BadCellException {
    String text = row.get(EventColumn.ORGANISER);
    if (text.length() > ORGANISER_MAX || text.chars().anyMatch(Character::isISOControl)) {
      throw bad(EventColumn.ORGANISER, "a venue's id, or nothing for our own venue");
    }
    return text.isEmpty() ? ourVenue : text;
  }

  private Quota quota() throws BadCellException {
    String text = row.get(EventColumn.QUOTA);
    if (text.isEmpty()) {
      return new Quota.Unlimited();
    }
    if (!QUOTA.matcher(text).matches()) {
      throw bad(EventColumn.QUOTA, "a number of places, or nothing for no limit");
    }
    return new Quota.Limited(Integer.parseInt(text));
  }

  private int serviceFeeCents() throws BadCellException {
    String text = row.get(EventColumn.SERVICE_FEE);
    if (text.isEmpty()) {
      return 0;
    }
    var euros = EUROS.matcher(text);
    if (euros.matches()) {
      BigDecimal amount = new BigDecimal(euros.group(1).replace(',', '.'));
      if (amount.compareTo(BigDecimal.valueOf(SERVICE_FEE_MAX)) <= 0) {
        return amount.movePointRight(2).intValueExact();
      }
    }
    throw bad(EventColumn.SERVICE_FEE, "euros such as 2.50 or 2,50, at most " + SERVICE_FEE_MAX);
  }

  private BadCellException bad(EventColumn column, String expected) {
    return new BadCellException(
        column, "'" + shortened(row.get(column)) + "', expected " + expected);
  }

  private static String shortened(String text) {
    int longest = 40;
    return text.length() <= longest ? text : text.substring(0, longest) + "...";
  }
}
