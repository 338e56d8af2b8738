package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.CardReader;
import fi.kaiku.terminal.card.CardReading;
import fi.kaiku.terminal.input.BadCellException;
import fi.kaiku.terminal.input.CsvLine;
import fi.kaiku.terminal.input.DayCell;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;

/** One line of a registry file, understood or not. */
sealed interface RegistryRow {
  record Good(
      CardId id,
      CardKind kind,
      LocalDate issuedOn,
      LocalDate validUntil,
      CardState state,
      int children)
      implements RegistryRow {}

  record Bad(BadRow row) implements RegistryRow {}

  /** Reads one line by the rules R1, R4, R6, R7, R10, R16. */
  static RegistryRow of(CsvLine<RegistryColumn> line) {
    return switch (line) {
      case CsvLine.Broken<RegistryColumn> broken ->
          new Bad(new BadRow(broken.number(), "", broken.reason()));
      case CsvLine.Row<RegistryColumn> row -> {
        try {
          yield new Cells(row).read();
        } catch (BadCellException e) {
          yield new Bad(new BadRow(row.number(), e.column(), e.getMessage()));
        }
      }
    };
  }

  /** The six cells of a line. */
  record Cells(CsvLine.Row<RegistryColumn> row) {
    private static final Pattern COUNT = Pattern.compile("\\d{1,2}");

    /** Nothing but Code 39 and QR ever reaches it here: no symbology is told. */
    private static final CardReader READER = new CardReader(Set.of());

    Good read() throws BadCellException {
      CardKind kind = kind();
      LocalDate issuedOn =
          DayCell.read(RegistryColumn.ISSUED_ON, row.get(RegistryColumn.ISSUED_ON));
      LocalDate validUntil =
          DayCell.read(RegistryColumn.VALID_UNTIL, row.get(RegistryColumn.VALID_UNTIL));
      if (validUntil.isBefore(issuedOn)) {
        throw new BadCellException(RegistryColumn.VALID_UNTIL, "is before issued_on");
      }
      return new Good(id(), kind, issuedOn, validUntil, state(), children(kind));
    }

    /** Exactly as printed: small letters and spaces are a mistake here, not a habit (R1). */
    private CardId id() throws BadCellException {
      String text = row.get(RegistryColumn.CARD_ID);
      return switch (READER.readTyped(text)) {
        case CardReading.Recognised card when card.id().value().equals(text) -> card.id();
        case CardReading.NotACard other
            when other.kind() == CardReading.Kind.PERSONAL_IDENTITY_CODE ->
            throw new BadCellException(
                RegistryColumn.CARD_ID, "looks like a personal identity code, which no card bears");
        case CardReading.Recognised _, CardReading.NotACard _ ->
            throw new BadCellException(
                RegistryColumn.CARD_ID,
                text.length() + " characters, expected 10 capitals or digits");
      };
    }

    private CardKind kind() throws BadCellException {
      return switch (row.get(RegistryColumn.KIND)) {
        case "personal" -> CardKind.PERSONAL;
        case "community" -> CardKind.COMMUNITY;
        default ->
            throw new BadCellException(RegistryColumn.KIND, "expected personal or community");
      };
    }

    private CardState state() throws BadCellException {
      return switch (row.get(RegistryColumn.STATE)) {
        case "active" -> CardState.ACTIVE;
        case "ended" -> CardState.ENDED;
        case "withdrawn" -> CardState.WITHDRAWN;
        default ->
            throw new BadCellException(RegistryColumn.STATE, "expected active, ended or withdrawn");
      };
    }

    /** A community card has none: its clients are counted by the clerk (R16). */
    private int children(CardKind kind) throws BadCellException {
      String text = row.get(RegistryColumn.CHILDREN);
      int most = kind == CardKind.COMMUNITY ? 0 : Card.CHILDREN_MAX;
      if (text.isEmpty() && kind == CardKind.COMMUNITY) {
        return 0;
      }
      if (!COUNT.matcher(text).matches() || Integer.parseInt(text) > most) {
        throw new BadCellException(
            RegistryColumn.CHILDREN,
            kind == CardKind.COMMUNITY
                ? "expected 0 or nothing for a community card"
                : "expected a number from 0 to " + most);
      }
      return Integer.parseInt(text);
    }
  }
}
