package fi.kaiku.hub.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The six cells of a line, read by the rules R1, R2, R4, R6, R7, R10 and R16. */
final class CardCells {
  /** No card was issued before the programme began; a slip of a digit is likelier. */
  private static final int FIRST_YEAR = 2000;

  private static final int LAST_YEAR = 2099;
  private static final int COMMUNITY = CardFacts.KINDS.indexOf("community");

  private static final Pattern ID = Pattern.compile("[A-Z0-9]{10}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern COUNT = Pattern.compile("\\d{1,2}");

  private final Map<CardColumn, String> cells;

  CardCells(Map<CardColumn, String> cells) {
    this.cells = cells;
  }

  /** Exactly as printed: small letters and spaces are a mistake here, not a habit (R1). */
  String id() throws BadCellException {
    String text = cells.get(CardColumn.CARD_ID);
    if (!ID.matcher(text).matches()) {
      throw new BadCellException(
          CardColumn.CARD_ID, text.length() + " characters, expected 10 capitals or digits");
    }
    if (IdentityCodeShape.isOne(text)) {
      throw new BadCellException(
          CardColumn.CARD_ID, "looks like a personal identity code, which no card bears");
    }
    return text;
  }

  CardFacts facts() throws BadCellException {
    int kind = word(CardColumn.KIND, CardFacts.KINDS);
    int issuedOn = day(CardColumn.ISSUED_ON);
    int lastDay = day(CardColumn.VALID_UNTIL);
    if (lastDay < issuedOn) {
      throw new BadCellException(CardColumn.VALID_UNTIL, "is before issued_on");
    }
    return new CardFacts(
        kind, issuedOn, lastDay, word(CardColumn.STATE, CardFacts.STATES), children(kind));
  }

  private int word(CardColumn column, List<String> words) throws BadCellException {
    int index = words.indexOf(cells.get(column));
    if (index < 0) {
      throw new BadCellException(column, "expected one of " + String.join(", ", words));
    }
    return index;
  }

  private int day(CardColumn column) throws BadCellException {
    String text = cells.get(column);
    try {
      if (DATE.matcher(text).matches()) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
          return Math.toIntExact(date.toEpochDay());
        }
      }
    } catch (DateTimeException e) {
      throw new BadCellException(column, "no such day in the calendar");
    }
    throw new BadCellException(
        column, "expected a date such as 2026-01-31, " + FIRST_YEAR + " to " + LAST_YEAR);
  }

  /** A community card has none: its clients are counted by the clerk (R16). */
  private int children(int kind) throws BadCellException {
    String text = cells.get(CardColumn.CHILDREN);
    int most = kind == COMMUNITY ? 0 : CardFacts.CHILDREN_MAX;
    if (text.isEmpty() && kind == COMMUNITY) {
      return 0;
    }
    if (!COUNT.matcher(text).matches() || Integer.parseInt(text) > most) {
      throw new BadCellException(
          CardColumn.CHILDREN,
          most == 0
              ? "expected 0 or nothing for a community card"
              : "expected a number from 0 to " + most);
    }
    return Integer.parseInt(text);
  }
}
