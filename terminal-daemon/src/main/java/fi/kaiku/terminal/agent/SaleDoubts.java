package fi.kaiku.terminal.agent;

import fi.kaiku.terminal.admission.AdmissionRules;
import fi.kaiku.terminal.admission.AgentSale;
import fi.kaiku.terminal.agent.SaleDoubt.Kind;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.registry.Card;
import fi.kaiku.terminal.registry.CardKind;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.registry.CardState;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks at one entered sale beside what the registry says of its card. Decides nothing: the sale
 * stands. Pure.
 */
final class SaleDoubts {
  private static final DateTimeFormatter NORDIC =
      DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT);
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final long line;
  private final AgentSale sale;
  private final List<SaleDoubt> found = new ArrayList<>();

  private SaleDoubts(long line, AgentSale sale) {
    this.line = line;
    this.sale = sale;
  }

  /** All that looks wrong, most telling first. */
  static List<SaleDoubt> of(long line, AgentSale sale, CardLookup lookup) {
    SaleDoubts doubts = new SaleDoubts(line, sale);
    switch (lookup) {
      case CardLookup.NotFound() ->
          doubts.add(
              Kind.NOT_IN_REGISTRY,
              "korttia ei ole rekisterissä, ehkä ei vielä: kirjattiin tarkistamattomana",
              "kortet finns inte i registret, kanske inte ännu: registrerat som ej kontrollerat",
              "the card is not in the registry, perhaps not yet: entered as unverified");
      case CardLookup.Found(Card card) -> doubts.lookAt(card);
    }
    return List.copyOf(doubts.found);
  }

  private void lookAt(Card card) {
    lookAtState(card.state());
    lookAtDays(card);
    if (card.kind() == CardKind.COMMUNITY && sale.event().kind() == EventKind.COURSE) {
      add(
          Kind.COMMUNITY_CARD_ON_COURSE,
          "yhteisön kortilla ei saa kurssipaikkaa",
          "ett gemenskapskort ger ingen kursplats",
          "a community card gives no course place");
    }
    if (card.kind() == CardKind.PERSONAL && sale.children() > card.children()) {
      add(
          Kind.MORE_CHILDREN,
          "lapsia on enemmän kuin rekisterissä (%d)".formatted(card.children()),
          "det är fler barn än i registret (%d)".formatted(card.children()),
          "there are more children than in the registry (%d)".formatted(card.children()));
    }
  }

  /** The registry does not tell since when. */
  private void lookAtState(CardState state) {
    switch (state) {
      case ACTIVE -> {}
      case ENDED ->
          add(
              Kind.CARD_ENDED,
              "kortin voimassaolo on päätetty, ehkä vasta myynnin jälkeen",
              "kortet är avslutat, kanske först efter försäljningen",
              "the card is ended, perhaps only after the sale");
      case WITHDRAWN ->
          add(
              Kind.CARD_WITHDRAWN,
              "kortti on poistettu käytöstä, ehkä vasta myynnin jälkeen",
              "kortet är taget ur bruk, kanske först efter försäljningen",
              "the card is taken out of use, perhaps only after the sale");
    }
  }

  private void lookAtDays(Card card) {
    LocalDate until = card.validUntil();
    if (sale.soldOn().isBefore(card.issuedOn())) {
      add(
          Kind.SOLD_BEFORE_FIRST_DAY,
          "kortti on voimassa vasta %s alkaen".formatted(NORDIC.format(card.issuedOn())),
          "kortet gäller först från %s".formatted(NORDIC.format(card.issuedOn())),
          "the card is valid only from %s".formatted(ENGLISH.format(card.issuedOn())));
    } else if (sale.soldOn().isAfter(until)) {
      add(
          Kind.SOLD_AFTER_LAST_DAY,
          "kortin viimeinen voimassaolopäivä %s oli ennen myyntiä".formatted(NORDIC.format(until)),
          "kortets sista giltighetsdag %s var före försäljningen".formatted(NORDIC.format(until)),
          "the card's last day, %s, was before the sale".formatted(ENGLISH.format(until)));
    } else if (until.isBefore(eventDay())) {
      add(
          Kind.ENDED_BEFORE_EVENT,
          "kortti päättyy %s ennen tapahtumaa".formatted(NORDIC.format(until)),
          "kortet går ut %s före evenemanget".formatted(NORDIC.format(until)),
          "the card ends on %s, before the event".formatted(ENGLISH.format(until)));
    }
  }

  private LocalDate eventDay() {
    return sale.event().startsAt().atZone(AdmissionRules.CALENDAR).toLocalDate();
  }

  private void add(Kind kind, String fi, String sv, String en) {
    found.add(new SaleDoubt(kind, line, sale.card().id().tail(), new LocalisedText(fi, sv, en)));
  }
}
