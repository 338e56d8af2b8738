package fi.kaiku.terminal.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.printer.Receipt;
import fi.kaiku.device.printer.ReceiptLine;
import fi.kaiku.terminal.admission.PrintJobId;
import fi.kaiku.terminal.card.TicketNumber;
import fi.kaiku.terminal.event.EventId;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.store.Edition;
import fi.kaiku.terminal.store.PrintableTicket;
import fi.kaiku.terminal.store.SoldEvent;
import fi.kaiku.terminal.store.TicketKind;
import fi.kaiku.terminal.store.TicketTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TicketLayoutTest {
  private static final Instant START = Instant.parse("2026-11-24T17:00:00Z");
  private static final TicketNumber NUMBER = TicketNumber.random(new SplittableRandom(1));

  private final TicketLayout layout =
      new TicketLayout(
          new LocalisedText("Kulttuuritalo", "Kulturhuset", "Culture house"),
          List.of(TicketWords.FI, TicketWords.SV));

  @Test
  void tellsVenueEventTimeAndNumberInTheVenuesLanguages() {
    assertThat(texts(layout.receipt(ticket(EventKind.PERFORMANCE, TicketKind.ADULT, 0))))
        .containsExactly(
            "Kulttuuritalo",
            "Kesäyön konsertti",
            "Sommarnattskonsert",
            "tiistai 24.11.2026",
            "klo 19.00",
            "Pääsylippu",
            "qr " + NUMBER.printed(),
            NUMBER.printed());
  }

  @ParameterizedTest
  @CsvSource({
    "FI, tiistai 24.11.2026, klo 19.00",
    "SV, tisdag 24.11.2026, kl. 19.00",
    "EN, Tuesday 24.11.2026, 19:00"
  })
  void writesTheTimeAsTheLanguageDoes(TicketWords words, String day, String time) {
    TicketLayout other =
        new TicketLayout(new LocalisedText("Talo", "Huset", "House"), List.of(words));
    assertThat(texts(other.receipt(ticket(EventKind.PERFORMANCE, TicketKind.ADULT, 0))))
        .containsSequence(day, time);
  }

  @ParameterizedTest
  @CsvSource({
    "PERFORMANCE, ADULT, Pääsylippu",
    "OPEN, CHILD, 'Pääsylippu, lapsi'",
    "COURSE, ADULT, Kurssipaikka",
    "PASS, ADULT, Kausikortti",
    "PERFORMANCE, ASSISTANT, 'Pääsylippu, avustaja'",
    "PERFORMANCE, INTERPRETER, 'Pääsylippu, avustaja'"
  })
  void saysWhatItIsGoodForAndNoMoreOfWhom(EventKind event, TicketKind guest, String expected) {
    assertThat(texts(layout.receipt(ticket(event, guest, 0)))).contains(expected);
  }

  @Test
  void anOpenEventIsValidOnTheDayOfTheUseAndAPassFromFirstToLastDay() {
    assertThat(texts(layout.receipt(ticket(EventKind.OPEN, TicketKind.ADULT, 0))))
        .containsSequence("Voimassa", "23.11.2026");
    assertThat(texts(layout.receipt(ticket(EventKind.PASS, TicketKind.ADULT, 0))))
        .containsSequence("Voimassa", "24.11.2026 - 25.11.2026");
  }

  @Test
  void printsAServiceFeeOnlyWhereThereIsOne() {
    assertThat(texts(layout.receipt(ticket(EventKind.PERFORMANCE, TicketKind.ADULT, 250))))
        .contains("Palvelumaksu | 2,50 €");
    assertThat(texts(layout.receipt(ticket(EventKind.PERFORMANCE, TicketKind.ADULT, 0))))
        .noneMatch(text -> text.contains("€"));
  }

  @ParameterizedTest
  @EnumSource(TicketKind.class)
  void neverNamesTheSchemeOrAPriceOfZero(TicketKind guest) {
    for (EventKind event : EventKind.values()) {
      assertThat(String.join(" ", texts(layout.receipt(ticket(event, guest, 0)))))
          .doesNotContainIgnoringCase("kaiku")
          .doesNotContain("0,00", "0 €", "tulkki");
    }
  }

  @Test
  void aCopySaysSo() {
    PrintableTicket original = ticket(EventKind.PERFORMANCE, TicketKind.ADULT, 0);
    PrintableTicket copy =
        new PrintableTicket(
            original.job(), original.ticket(), Edition.COPY, original.event(), original.day());
    assertThat(texts(layout.receipt(copy))).contains("Kulttuuritalo | KOPIO");
    assertThat(texts(layout.receipt(original))).noneMatch(text -> text.contains("KOPIO"));
  }

  private static PrintableTicket ticket(EventKind event, TicketKind guest, int feeCents) {
    return new PrintableTicket(
        new PrintJobId(new UUID(0, 1)),
        new TicketTable.Ticket(NUMBER, guest),
        Edition.ORIGINAL,
        new SoldEvent(
            new EventId("concert"),
            new LocalisedText("Kesäyön\tkonsertti", "Sommarnattskonsert", "Summer night concert"),
            event,
            START,
            START.plusSeconds(86_400),
            "house",
            feeCents),
        LocalDate.of(2026, 11, 23));
  }

  private static List<String> texts(Receipt receipt) {
    return receipt.lines().stream()
        .map(
            line ->
                switch (line) {
                  case ReceiptLine.Text text -> text.text();
                  case ReceiptLine.Pair pair ->
                      pair.right().isEmpty() ? pair.left() : pair.left() + " | " + pair.right();
                  case ReceiptLine.QrCode code -> "qr " + code.data();
                  case ReceiptLine.Picture picture -> "picture";
                  case ReceiptLine.OpenDrawer drawer -> "drawer";
                  case ReceiptLine.Rule rule -> "";
                  case ReceiptLine.Feed feed -> "";
                })
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
