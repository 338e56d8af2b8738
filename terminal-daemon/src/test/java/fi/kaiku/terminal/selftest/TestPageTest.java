package fi.kaiku.terminal.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.printer.EscPosPrinter;
import fi.kaiku.device.printer.PrintOutcome;
import fi.kaiku.device.printer.PrinterProfile;
import fi.kaiku.device.virtual.PaperRoll;
import fi.kaiku.device.virtual.VirtualPrinter;
import fi.kaiku.terminal.card.CardReader;
import fi.kaiku.terminal.card.CardReading.NotACard;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestPageTest {
  private static final DeviceName TICKETS = new DeviceName("tickets");
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-23T14:05:09+02:00");

  @Test
  void itPrintsWholeWithItsCode() throws Exception {
    VirtualPrinter paper = new VirtualPrinter(PaperRoll.MM_80);
    try (EscPosPrinter printer =
        new EscPosPrinter(
            TICKETS, paper::open, PrinterProfile.named("generic-80mm"), InstantSource.system())) {
      printer.start(_ -> {});
      PrintOutcome outcome;
      do {
        // Until it is connected, jobs are answered at once with "not started".
        outcome = printer.print(TestPage.of(TICKETS, "Kulttuuritalo", NOW));
      } while (outcome instanceof PrintOutcome.NotStarted);
      assertThat(outcome).isEqualTo(new PrintOutcome.Confirmed());
    }
    assertThat(String.join("\n", paper.tickets().getLast().lines()))
        .contains(
            "Kulttuuritalo", "Koetulostus", "Testutskrift", "Test print", "23.11.2026 14:05:09")
        .contains("ÅÄÖ åäö");
    assertThat(paper.tickets().getLast().codes()).hasSize(1);
  }

  @Test
  void itsCodeIsNeitherACardNorATicket() {
    assertThat(new CardReader(Set.of()).readTyped(TestPage.CODE)).isInstanceOf(NotACard.class);
  }
}
