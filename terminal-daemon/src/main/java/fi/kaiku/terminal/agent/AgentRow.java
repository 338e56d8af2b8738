package fi.kaiku.terminal.agent;

import fi.kaiku.terminal.admission.AdmissionRules;
import fi.kaiku.terminal.admission.AgentSale;
import fi.kaiku.terminal.admission.Choices;
import fi.kaiku.terminal.admission.PresentedCard;
import fi.kaiku.terminal.admission.VisitId;
import fi.kaiku.terminal.card.CardReader;
import fi.kaiku.terminal.card.CardReading;
import fi.kaiku.terminal.card.EntryWay;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.input.BadCellException;
import fi.kaiku.terminal.input.CsvLine;
import fi.kaiku.terminal.input.DayCell;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** One line of an agent's list. What stood in a bad cell is never told: it may be a card's id. */
record AgentRow(CsvLine.Row<AgentColumn> row) {
  /** Keeps our keys apart from whatever else is named by a UUID of this kind. */
  private static final String KEY_SPACE = "kaiku agent report:";

  private static final Pattern ROW_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}");
  private static final Pattern COUNT = Pattern.compile("\\d{1,2}");

  /** No symbology is told in a list. */
  private static final CardReader READER = new CardReader(Set.of());

  /**
   * Reads the line by the rules R1-R3, R9, R10, R12.
   *
   * @param today by the calendar of Europe/Helsinki
   */
  AgentSale sale(AgentSources sources, LocalDate today) throws BadCellException {
    VisitId key = key();
    PresentedCard card = card(sources);
    Event event = event(sources);
    LocalDate soldOn = soldOn(event, today);
    int adults = count(AgentColumn.ADULTS, AgentSale.ADULTS_MAX);
    int children = count(AgentColumn.CHILDREN, Choices.COUNT_MAX);
    if (adults + children == 0) {
      throw new BadCellException(AgentColumn.ADULTS, "nobody: expected an adult or a child");
    }
    return new AgentSale(key, card, event, soldOn, adults, children);
  }

  private VisitId key() throws BadCellException {
    String text = row.get(AgentColumn.ROW_ID);
    if (!ROW_ID.matcher(text).matches()) {
      throw new BadCellException(
          AgentColumn.ROW_ID, "expected 1-64 letters, digits, '.', '_', ':', '/' and '-'");
    }
    return new VisitId(
        UUID.nameUUIDFromBytes((KEY_SPACE + text).getBytes(StandardCharsets.US_ASCII)));
  }

  /** An agent's clerk has typed it as ours would: small letters, spaces and hyphens pass (R2). */
  private PresentedCard card(AgentSources sources) throws BadCellException {
    return switch (READER.readTyped(row.get(AgentColumn.CARD_ID))) {
      case CardReading.Recognised(var id, EntryWay way) ->
          new PresentedCard(id, sources.hasher().apply(id), way);
      case CardReading.NotACard(CardReading.Kind kind, int length) ->
          throw new BadCellException(
              AgentColumn.CARD_ID,
              kind == CardReading.Kind.PERSONAL_IDENTITY_CODE
                  ? "looks like a personal identity code, which no card bears"
                  : length + " characters, expected 10 letters or digits");
    };
  }

  private Event event(AgentSources sources) throws BadCellException {
    String text = row.get(AgentColumn.EVENT_ID);
    return sources.events().get().stream()
        .filter(event -> event.id().value().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new BadCellException(AgentColumn.EVENT_ID, "no such event in the event list"));
  }

  private LocalDate soldOn(Event event, LocalDate today) throws BadCellException {
    LocalDate day = DayCell.read(AgentColumn.SOLD_ON, row.get(AgentColumn.SOLD_ON));
    if (day.isAfter(today)) {
      throw new BadCellException(AgentColumn.SOLD_ON, "lies in the future");
    }
    if (day.isAfter(event.endsAt().atZone(AdmissionRules.CALENDAR).toLocalDate())) {
      throw new BadCellException(AgentColumn.SOLD_ON, "is after the event's end");
    }
    return day;
  }

  private int count(AgentColumn column, int most) throws BadCellException {
    String text = row.get(column);
    if (!COUNT.matcher(text).matches() || Integer.parseInt(text) > most) {
      throw new BadCellException(column, "expected a number from 0 to " + most);
    }
    return Integer.parseInt(text);
  }
}
