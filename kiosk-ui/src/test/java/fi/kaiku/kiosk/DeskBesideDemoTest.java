package fi.kaiku.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import fi.kaiku.kiosk.DeskScenes.Screen;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo's panel takes nothing from the desk, open or closed, on any screen. */
class DeskBesideDemoTest {
  @RegisterExtension final DeskExtension on = new DeskExtension();
  private OpenDesk desk;

  @BeforeEach
  void playTheDevices() {
    desk = on.desk();
    DemoBench.putBeside(desk);
  }

  @ParameterizedTest(name = "{1}x{2} in {0}, panel {3}")
  @CsvSource({
    "fi, 1280, 800, open",
    "sv, 1280, 800, open",
    "en, 1280, 800, open",
    "sv, 1280, 800, closed",
    "fi, 1920, 1080, open",
    "en, 1920, 1080, closed",
    "sv, 1080, 1920, open",
    "fi, 1080, 1920, closed",
    "fi, 800, 480, closed",
    "sv, 800, 480, closed",
    "en, 800, 480, closed",
  })
  void everySceneAndDialogFits(String language, int width, int height, String panel) {
    Screen screen = new Screen(language, "light", width, height);
    sitDown(screen, panel.equals("open"));
    for (Map.Entry<String, JsonNode> scene : DeskStates.scenes().entrySet()) {
      DeskScenes.show(desk, scene.getKey(), scene.getValue());
      DeskScenes.takePicture(desk, screen + "-demo-" + panel, scene.getKey());
      Fit.assertFits(desk, scene.getKey() + " on " + screen);
    }
    for (Map.Entry<String, DeskScenes.Opening> dialog : DeskScenes.dialogs().entrySet()) {
      DeskScenes.open(desk, dialog.getKey(), dialog.getValue());
      Fit.assertFits(desk, dialog.getKey() + " on " + screen);
      DeskScenes.close(desk);
    }
  }

  @Test
  void theKeyboardIsTheDesksAgainAfterASampleCard() {
    sitDown(new Screen("fi", "light", 1280, 800), true);
    desk.show(DeskStates.ready(), "[data-verdict]");
    desk.find("[data-demo-card=good]").click();
    desk.awaitCalls("/scan", 1);
    desk.press("Enter");
    desk.awaitCalls("/visit/issue", 1);
    desk.find("[data-demo-condition=paper-out]").click();
    assertThat(desk.find("[data-scene-heading]")).isFocused();
  }

  @Test
  void onASmallScreenThePanelWaitsToBeOpenedAndMakesRoomForWhatItScans() {
    desk.page.setViewportSize(800, 480);
    desk.page.evaluate("localStorage.clear()");
    desk.page.reload();
    desk.find("[data-demo-open]").click();
    desk.find("[data-demo-card=good]").click();
    desk.awaitCalls("/scan", 1);
    assertThat(desk.find("[data-demo]")).hasCount(0);
    assertThat(desk.find("[data-demo-open]")).isVisible();
  }

  @Test
  void aPrintedTicketIsShownAsAPicture() throws IOException {
    ObjectNode printer = DemoBench.printer();
    printer.withArray("tickets").addObject().put("number", 7).put("complete", true);
    desk.daemon.on("/printers/tickets", call -> ScriptedDaemon.Answer.ok(printer));
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(576, 800, BufferedImage.TYPE_BYTE_BINARY), "png", png);
    desk.daemon.on("/tickets/7.png", call -> ScriptedDaemon.Answer.png(png.toByteArray()));

    sitDown(new Screen("fi", "light", 1280, 800), true);
    Locator picture = desk.find("[data-demo-ticket='7'] img");
    picture.scrollIntoViewIfNeeded();

    desk.page.waitForCondition(() -> picture.evaluate("img => img.naturalWidth").equals(576));
  }

  private void sitDown(Screen screen, boolean open) {
    DeskScenes.use(desk, screen);
    desk.page.evaluate(
        "wishes => localStorage.setItem('kaiku.settings', JSON.stringify(wishes))",
        Map.of("language", screen.language(), "theme", screen.theme(), "demo", open));
    desk.page.reload();
    assertThat(desk.find(open ? "[data-demo-card=good]" : "[data-demo-open]")).isVisible();
  }
}
