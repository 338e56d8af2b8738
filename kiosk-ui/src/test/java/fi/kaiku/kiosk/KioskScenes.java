package fi.kaiku.kiosk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Every screen and panel of the kiosk, by a name for its picture, and the way to it. */
final class KioskScenes {
  private static final Path PICTURES = Path.of("target/screens/kiosk");

  private KioskScenes() {}

  /** In an order in which each way begins where the one before has ended: at the first screen. */
  static Map<String, Consumer<OpenKiosk>> all() {
    Map<String, Consumer<OpenKiosk>> scenes = new LinkedHashMap<>();
    scenes.put("attract", kiosk -> kiosk.shows("attract"));
    scenes.put("unread", kiosk -> show(kiosk, KioskStates.unread(), "unread"));
    scenes.put("event", OpenKiosk::scan);
    scenes.put("who", OpenKiosk::toWho);
    scenes.put("who-community", KioskScenes::community);
    scenes.put("confirm", KioskScenes::family);
    scenes.put("printing", OpenKiosk::toPrinting);
    scenes.put("trouble", KioskScenes::trouble);
    scenes.put("again", KioskScenes::again);
    scenes.put("done", KioskScenes::done);
    scenes.put("staff", kiosk -> show(kiosk, KioskStates.refused(), "staff"));
    scenes.put("closed", kiosk -> show(kiosk, KioskStates.troubled(KioskStates.idle()), "closed"));
    scenes.put("panel-call", kiosk -> kiosk.touch("help"));
    scenes.put("panel-easier", kiosk -> kiosk.touch("easier"));
    return scenes;
  }

  /** Goes to the first screen, whatever is up. */
  static void leave(OpenKiosk kiosk) {
    kiosk.daemon.show(KioskStates.idle());
    kiosk.page.reload();
    kiosk.shows("attract");
  }

  static void takePicture(OpenKiosk kiosk, String name) {
    kiosk.page.evaluate("document.fonts.ready");
    kiosk.page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  private static void show(OpenKiosk kiosk, ObjectNode state, String screen) {
    kiosk.daemon.show(state);
    kiosk.shows(screen);
  }

  private static void community(OpenKiosk kiosk) {
    kiosk.toWho();
    ObjectNode state = KioskStates.community();
    state.withObject("/visit").put("id", kiosk.daemon.shown().at("/visit/id").asText());
    kiosk.daemon.show(state);
    kiosk.page.waitForSelector("[data-row=clients]");
  }

  private static void family(OpenKiosk kiosk) {
    kiosk.toWho();
    kiosk.touch("more-children-0");
    kiosk.touch("more-children-0");
    kiosk.touch("more-helpers");
    kiosk.touch("next");
    kiosk.shows("confirm");
  }

  private static void trouble(OpenKiosk kiosk) {
    kiosk.toPrinting();
    show(kiosk, KioskStates.troubled(kiosk.daemon.copy()), "trouble");
  }

  private static void again(OpenKiosk kiosk) {
    kiosk.toPrinting();
    show(kiosk, KioskStates.asking(kiosk.daemon.copy(), "failed"), "again");
  }

  private static void done(OpenKiosk kiosk) {
    kiosk.toPrinting();
    kiosk.paperIsOut();
    kiosk.shows("done");
  }
}
