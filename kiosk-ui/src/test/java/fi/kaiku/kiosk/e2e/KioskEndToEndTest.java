package fi.kaiku.kiosk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fi.kaiku.kiosk.DeskBrowser;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer at the kiosk and a clerk at the desk, both processes as they are shipped. */
class KioskEndToEndTest {
  private static final String QR = "]Q1";

  /** Two presses within half a second are one. */
  private static final int APART_MS = 520;

  /** So long a card that is still under the reader begins no visit. */
  private static final int JUST_DEALT_WITH_MS = 3_500;

  private static DeskBrowser browser;
  @TempDir Path folder;
  private Till till;
  private Page kiosk;
  private Page desk;

  @BeforeAll
  static void openBrowser() {
    browser = new DeskBrowser();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @BeforeEach
  void open() throws IOException {
    till = Till.openKiosk(folder, SampleDay.kioskEvents(), SampleDay.cards());
    desk = browser.page(1280, 800);
    desk.navigate(till.url(Till.STATION));
    kiosk = browser.page(1080, 1920);
    kiosk.navigate(till.url(Till.KIOSK));
    shows("attract");
  }

  @AfterEach
  void close() throws IOException {
    till.close();
  }

  private void shows(String screen) {
    assertThat(kiosk.locator(".kiosk[data-screen=" + screen + "]")).isVisible();
  }

  private void touch(String name) {
    Locator button = kiosk.locator("[data-press=" + name + "]:visible");
    assertThat(button).isVisible();
    kiosk.waitForTimeout(APART_MS);
    button.click();
  }

  @Test
  void aFamilyGetsItsTicketsOnPaperAndOnce() throws IOException {
    till.reader().scan(QR, SampleDay.FAMILY);
    shows("event");
    assertThat(kiosk.locator("[data-press^=event-]")).hasCount(2);
    touch("event-tanssi");
    shows("who");
    touch("more-children-0");
    touch("more-helpers");
    touch("next");
    shows("confirm");
    touch("next");
    till.awaitTickets(3);
    shows("done");
    assertThat(kiosk.locator("h1")).containsText("3");
    kiosk.reload();
    shows("attract");

    kiosk.waitForTimeout(JUST_DEALT_WITH_MS);
    till.reader().scan(QR, SampleDay.FAMILY);
    shows("who");
    assertThat(kiosk.locator(".kiosk")).not().containsText("Tanssin tilat");
    kiosk.reload();
    shows("attract");
    assertThat(till.tickets()).hasSize(3);
    assertThat(desk.locator(".today [data-state=stands]")).hasCount(1);
  }

  @Test
  void aRefusalCallsTheClerkWhoComes() throws IOException {
    till.reader().scan(QR, SampleDay.EXPIRED);
    shows("staff");
    assertThat(kiosk.locator("[data-how]")).containsText("Tule lipunmyyntiin");
    Locator call = desk.locator("[data-told=staff-call]");
    assertThat(call).containsText("kiosk-1");
    assertThat(call).containsText("vanhentunut");
    call.locator("[data-act=come]").click();
    assertThat(call).hasCount(0);
    assertThat(kiosk.locator("[data-how]")).containsText("tulee luoksesi");
    assertThat(kiosk.locator("body")).not().containsText("vanhentunut");

    touch("ok");
    shows("attract");
    till.reader().scan(QR, SampleDay.GOOD);
    shows("event");
    assertThat(kiosk.locator("[data-press=event-" + SampleDay.CONCERT + "]")).hasCount(0);
  }

  /** A customer who turns the page to the desk's address is at the kiosk again. */
  @Test
  void theDeskIsNoPlaceForACustomer() {
    kiosk.navigate(kiosk.url().replace("/kiosk", "/desk"));
    kiosk.waitForURL("**/kiosk");
    shows("attract");
    Object status = kiosk.evaluate("fetch('/ui/station/today').then((answer) => answer.status)");
    assertThat(status).isEqualTo(403);
  }

  @Test
  void aDaemonThatIsAwayIsACalmPageAndNothingIsIssued() throws Exception {
    till.reader().scan(QR, SampleDay.GOOD);
    touch("event-valo");
    touch("next");
    shows("confirm");
    till.daemon().kill();
    shows("closed");
    till.startDaemon();
    shows("attract");
    assertThat(till.tickets()).isEmpty();
  }
}
