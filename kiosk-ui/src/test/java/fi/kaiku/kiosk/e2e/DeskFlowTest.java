package fi.kaiku.kiosk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.virtual.PrintedPaper;
import fi.kaiku.device.virtual.VirtualPrinter;
import fi.kaiku.kiosk.DeskBrowser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The main job, whole: bytes of a scan into a pseudo-terminal, both processes as they are shipped,
 * Chromium, ESC/POS bytes out of a TCP port, and the row in today's list.
 */
class DeskFlowTest {
  private static final String QR = "]Q1";
  private static final String CODE_39 = "]A0";
  private static final Map<String, String> CONCERT_TITLES =
      Map.of(
          "fi", "Kesäyön konsertti", "sv", "Sommarnattens konsert", "en", "Summer night concert");

  private static DeskBrowser browser;
  @TempDir Path folder;
  private Till till;

  @BeforeAll
  static void openBrowser() {
    browser = new DeskBrowser();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @BeforeEach
  void openTill() throws IOException {
    till = Till.open(folder, SampleDay.events(), SampleDay.cards());
  }

  @AfterEach
  void closeTill() throws IOException {
    till.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi", "sv", "en"})
  void aClerkServesAQueueByTouch(String language) throws IOException {
    DeskPage desk = sitDown(language);
    desk.find("[data-language=" + language + "]").click();
    desk.looksRight("idle");
    desk.find("[data-event-button]").click();
    desk.looksRight("events");
    desk.find("[data-dialog] [data-event=" + SampleDay.CONCERT + "]").click();

    aFamilyGetsItsTickets(desk, language);
    itIsTakenBackAndIssuedAnew(desk);
    cardsThatGiveNothing(desk);
    aCommunityCardAndItsClient(desk);
    theFamilyComesAgain(desk);
    theListTellsTheDay(desk);
    aPrinterOutOfPaper(desk);
  }

  private void aFamilyGetsItsTickets(DeskPage desk, String language) throws IOException {
    till.reader().scan(QR, SampleDay.FAMILY);
    desk.shows("READY");
    desk.looksRight("ready");
    desk.find("[data-stepper=children-0] [data-step=more]").click();
    desk.find("[data-stepper=children-0] [data-step=more]").click();
    desk.find("[data-stepper=assistants] [data-step=more]").click();
    assertThat(desk.find("[data-issue]")).containsText(desk.say("/issue/give", 4));
    assertThat(desk.find("[data-issue]")).hasAttribute("aria-disabled", "false");
    desk.looksRight("chosen");
    desk.find("[data-issue]").click();

    assertThat(desk.find("[data-given] h1")).hasText(desk.say("/issue/given", 4));
    List<PrintedPaper> tickets = till.awaitTickets(4);
    desk.looksRight("given");
    assertThat(new HashSet<>(numbersOf(tickets))).hasSize(4);
    assertThat(tickets)
        .allSatisfy(
            ticket ->
                assertThat(String.join("\n", ticket.lines()))
                    .contains(CONCERT_TITLES.get("fi"), "Kulttuuritalo", "2,50 €")
                    .doesNotContain(SampleDay.FAMILY, tail(SampleDay.FAMILY)));
    assertThat(desk.find(".today [data-state=stands]").first())
        .containsText(tail(SampleDay.FAMILY));
    assertThat(desk.find(".today [data-state=stands]").first())
        .containsText(CONCERT_TITLES.get(language));
  }

  private void itIsTakenBackAndIssuedAnew(DeskPage desk) throws IOException {
    desk.find("[data-given] [data-undo]").click();
    assertThat(desk.find(".today [data-state=voided]")).hasCount(1);
    desk.looksRight("undone");
    till.reader().scan(CODE_39, SampleDay.FAMILY);
    desk.shows("READY");
    desk.find("[data-issue]").click();
    assertThat(desk.find("[data-given] h1")).hasText(desk.say("/issue/given", 1));
    till.awaitTickets(5);
  }

  private void cardsThatGiveNothing(DeskPage desk) throws IOException {
    Map<String, String> refusals =
        Map.of(
            SampleDay.EXPIRED, "EXPIRED",
            SampleDay.ENDED, "ENDED",
            SampleDay.WITHDRAWN, "WITHDRAWN",
            SampleDay.NOT_YET, "NOT_YET_VALID",
            SampleDay.UNKNOWN, "UNKNOWN_CARD");
    for (Map.Entry<String, String> refusal : refusals.entrySet()) {
      till.reader().scan(QR, refusal.getKey());
      desk.refuses(refusal.getValue());
      desk.looksRight(refusal.getValue().toLowerCase(Locale.ROOT));
    }
    desk.find("[data-cancel]").click();
    till.reader().scan(QR, "https://example.org/menu");
    assertThat(desk.find("h1")).hasText(desk.say("/notice/NOT_A_CARD/title"));
    desk.looksRight("not-a-card");
    assertThat(till.tickets()).hasSize(5);
  }

  private void aCommunityCardAndItsClient(DeskPage desk) throws IOException {
    till.reader().scan(QR, SampleDay.COMMUNITY);
    desk.shows("BRING_CLIENT");
    desk.looksRight("community");
    till.reader().scan(QR, SampleDay.CLIENT);
    desk.shows("READY");
    assertThat(desk.find("[data-card]")).hasCount(2);
    desk.looksRight("community-with-client");
    desk.find("[data-issue]").click();
    assertThat(desk.find("[data-given] h1")).hasText(desk.say("/issue/given", 2));
    till.awaitTickets(7);
  }

  private void theFamilyComesAgain(DeskPage desk) throws IOException {
    till.reader().scan(QR, SampleDay.FAMILY);
    desk.shows("ALREADY_USED");
    desk.looksRight("already-used");
    desk.find("[data-way=reprint]").click();
    PrintedPaper copy = till.awaitTickets(8).getLast();
    assertThat(String.join("\n", copy.lines())).containsAnyOf("KOPIO", "KOPIA", "COPY");
  }

  private void theListTellsTheDay(DeskPage desk) {
    desk.find("[data-open-today]").click();
    assertThat(desk.find("[data-dialog=today] .uses li")).hasCount(4);
    desk.looksRight("today");
    desk.find("[data-dialog=today] [type=search]").fill(tail(SampleDay.CLIENT));
    assertThat(desk.find("[data-dialog=today] .uses li")).hasCount(1);
    desk.find("[data-dialog=today] .menu").click();
    desk.looksRight("row");
    desk.find("[data-row-action=void]").click();
    desk.looksRight("void");
    desk.find("[data-sure]").click();
    assertThat(desk.find(".today [data-state=voided]")).hasCount(2);
  }

  private void aPrinterOutOfPaper(DeskPage desk) throws IOException {
    till.printer().set(VirtualPrinter.Trouble.PAPER_OUT);
    till.reader().scan(QR, SampleDay.GOOD);
    desk.shows("READY");
    desk.find("[data-issue]").click();
    assertThat(desk.find("[data-given]")).containsText(desk.say("/issue/waiting", 1));
    desk.looksRight("paper-out");
    assertThat(till.tickets()).hasSize(8);
    till.printer().clear(VirtualPrinter.Trouble.PAPER_OUT);
    till.awaitTickets(9);
    assertThat(desk.find("[data-given]")).containsText(desk.say("/issue/printed"));
  }

  @Test
  void aClerkServesAQueueWithTheKeyboardAlone() throws IOException {
    DeskPage desk = sitDown("fi");
    desk.press("F3");
    assertThat(desk.find("[data-dialog] [data-event]")).hasCount(2);
    desk.press("ArrowDown");
    assertThat(desk.find("[data-dialog] [data-event=" + SampleDay.CONCERT + "]")).isFocused();
    desk.press("Enter");
    assertThat(desk.find("dialog")).hasCount(0);

    till.reader().scan(QR, SampleDay.FAMILY);
    desk.shows("READY");
    desk.press("+");
    desk.press("F7");
    assertThat(desk.find("[data-issue]")).containsText(desk.say("/issue/give", 3));
    assertThat(desk.find("[data-issue]")).hasAttribute("aria-disabled", "false");
    desk.press("Enter");
    assertThat(desk.find("[data-given] h1")).hasText(desk.say("/issue/given", 3));
    till.awaitTickets(3);
    desk.press("F6");
    assertThat(desk.find(".today [data-state=voided]")).hasCount(1);

    desk.page.keyboard().type(SampleDay.GOOD.toLowerCase(Locale.ROOT));
    desk.press("Enter");
    desk.shows("READY");
    desk.press("Enter");
    till.awaitTickets(4);

    desk.press("F4");
    desk.page.keyboard().type(tail(SampleDay.GOOD));
    assertThat(desk.find("[data-dialog=today] .uses li")).hasCount(1);
    tabTo(desk, "[data-dialog=today] .menu");
    desk.press("Enter");
    tabTo(desk, "[data-row-action=void]");
    desk.press("Enter");
    tabTo(desk, "[data-sure]");
    desk.press("Enter");
    assertThat(desk.find(".today [data-state=voided]")).hasCount(2);
    assertThat(desk.find("dialog")).hasCount(0);
    assertThat(till.tickets()).hasSize(4);
  }

  /** Pulled out in the middle of a ticket: only the clerk can say whether it came out. */
  @Test
  void aTicketInDoubtIsAskedAboutAndNeverPrintedByItself() throws IOException {
    DeskPage desk = sitDown("fi");
    desk.press("F3");
    desk.find("[data-dialog] [data-event=" + SampleDay.CONCERT + "]").click();
    till.printer().breakInTicket(60, VirtualPrinter.Breakdown.CABLE_PULLED);
    till.reader().scan(QR, SampleDay.GOOD);
    desk.shows("READY");
    desk.press("Enter");
    assertThat(desk.find("[data-came-out=no]")).isVisible();
    assertThat(desk.find("[data-given]")).not().containsText(desk.say("/issue/printed"));
    desk.looksRight("in-doubt");
    till.printer().repair();
    assertThat(desk.find("[data-came-out=no]")).isVisible();
    assertThat(till.tickets()).isEmpty();
    desk.find("[data-came-out=no]").click();
    List<PrintedPaper> halfAndWhole = till.awaitTickets(2);
    assertThat(numbersOf(halfAndWhole)).hasSize(1);
    assertThat(halfAndWhole.getLast().codes()).hasSize(1);
    assertThat(desk.find("[data-came-out]")).hasCount(0);
    assertThat(desk.find("[data-given]")).containsText(desk.say("/issue/printed"));
  }

  /** The daemon dies under the page: the page says so, and goes on when it is back. */
  @Test
  void theDeskOutlivesItsDaemon() throws Exception {
    DeskPage desk = sitDown("fi");
    till.daemon().kill();
    assertThat(desk.find("[data-away]")).isVisible();
    desk.looksRight("daemon-away");
    till.startDaemon();
    assertThat(desk.find("[data-away]")).hasCount(0);
    till.reader().scan(QR, SampleDay.GOOD);
    desk.shows("CHOOSE_EVENT");
    desk.find("[data-event=" + SampleDay.CONCERT + "]").click();
    desk.shows("READY");
    desk.find("[data-issue]").click();
    till.awaitTickets(1);
  }

  private DeskPage sitDown(String language) throws IOException {
    return new DeskPage(browser.page(1280, 800), till.deskUrl(), language);
  }

  private static void tabTo(DeskPage desk, String selector) {
    assertThat(desk.find(selector)).isVisible();
    for (int presses = 0; presses < 30; presses++) {
      if ((boolean) desk.find(selector).evaluate("e => e === document.activeElement")) {
        return;
      }
      desk.press("Tab");
    }
    throw new AssertionError("the keyboard does not get to " + selector);
  }

  private static List<String> numbersOf(List<PrintedPaper> tickets) {
    return tickets.stream().flatMap(ticket -> ticket.codes().stream()).toList();
  }

  private static String tail(String cardId) {
    return cardId.substring(cardId.length() - 3);
  }
}
