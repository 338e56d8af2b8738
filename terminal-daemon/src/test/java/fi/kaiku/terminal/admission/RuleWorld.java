package fi.kaiku.terminal.admission;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.EntryWay;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventId;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.event.Quota;
import fi.kaiku.terminal.registry.Card;
import fi.kaiku.terminal.registry.CardKind;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.registry.CardState;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The cards and events that the rule table speaks of, by their names there. */
final class RuleWorld {
  static final String US = "us";

  /** Not the rules' own constant: the table would move with it. */
  static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Map<String, NamedCsvRecord> cards = byName("rule-cards.csv");
  private final Map<String, NamedCsvRecord> events = byName("rule-events.csv");
  private final Map<String, PresentedCard> presented = new HashMap<>();

  static List<RuleCase> cases() {
    return read("rule-cases.csv").stream().map(RuleCase::of).toList();
  }

  static Instant instant(String local) {
    return LocalDateTime.parse(local, TIME).atZone(HELSINKI).toInstant();
  }

  /** A card as it comes from a scanner; the same name is always the same card. */
  PresentedCard present(String name) {
    return presented.computeIfAbsent(
        name,
        added -> {
          int number = presented.size() + 1;
          CardId id = new CardId(String.format(Locale.ROOT, "KAIKU%05d", number));
          return new PresentedCard(id, new CardHash(1, number, number), EntryWay.SCANNED);
        });
  }

  String nameOf(CardHash hash) {
    return presented.entrySet().stream()
        .filter(entry -> entry.getValue().hash().equals(hash))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  CardLookup lookup(CardHash hash) {
    String name = nameOf(hash);
    if (name.startsWith("stranger")) {
      return new CardLookup.NotFound();
    }
    NamedCsvRecord row = row(cards, name);
    return new CardLookup.Found(
        new Card(
            hash,
            CardKind.valueOf(upper(row.getField("kind"))),
            LocalDate.parse(row.getField("issued on")),
            LocalDate.parse(row.getField("last day")),
            CardState.valueOf(upper(row.getField("state"))),
            Integer.parseInt(row.getField("children"))));
  }

  boolean isCommunity(CardHash hash) {
    return lookup(hash) instanceof CardLookup.Found(Card card) && card.kind() == CardKind.COMMUNITY;
  }

  Event event(String name) {
    NamedCsvRecord row = row(events, name);
    return new Event(
        new EventId(name),
        new LocalisedText(name, "", ""),
        EventKind.valueOf(upper(row.getField("kind"))),
        instant(row.getField("starts")),
        instant(row.getField("ends")),
        new Quota.Unlimited(),
        row.getField("organiser"),
        Integer.parseInt(row.getField("service fee")));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static NamedCsvRecord row(Map<String, NamedCsvRecord> table, String name) {
    NamedCsvRecord row = table.get(name);
    if (row == null) {
      throw new IllegalArgumentException("the rule table speaks of '" + name + "', nothing does");
    }
    return row;
  }

  private static Map<String, NamedCsvRecord> byName(String resource) {
    return read(resource).stream()
        .collect(Collectors.toMap(row -> row.getField("name"), Function.identity()));
  }

  private static List<NamedCsvRecord> read(String resource) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .ofNamedCsvRecord(
                new InputStreamReader(
                    RuleWorld.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
