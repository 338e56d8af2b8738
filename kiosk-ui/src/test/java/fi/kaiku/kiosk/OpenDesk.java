package fi.kaiku.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The desk in a browser, behind the real kiosk server, before a daemon that says what it is told.
 */
final class OpenDesk implements AutoCloseable {
  private final Path folder;
  private final RunningKiosk kiosk;
  final Page page;
  ScriptedDaemon daemon;

  /** What the page threw; a desk that works throws nothing. */
  final List<String> errors = new CopyOnWriteArrayList<>();

  OpenDesk(Path folder, Page page, JsonNode station) throws IOException {
    this.folder = folder;
    this.page = page;
    this.daemon = new ScriptedDaemon(folder.resolve("daemon.sock"), station);
    this.kiosk = new RunningKiosk(folder, KioskOptions.DemoPanel.SHOWN);
    page.onPageError(errors::add);
    page.navigate(address("/open?station=desk-1&token=" + kiosk.token()));
    assertThat(find(".bar")).isVisible();
  }

  String address(String path) {
    return "http://127.0.0.1:" + kiosk.port() + path;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  void press(String key) {
    page.keyboard().press(key);
  }

  void awaitCalls(String pathEnd, int count) {
    page.waitForCondition(() -> daemon.calls(pathEnd).size() >= count);
  }

  /**
   * Until what the server sent before now has come, and the page has painted what it made of it.
   */
  void awaitPaint() {
    page.evaluate(
        """
        fetch(location.href).then(() => new Promise(
          done => requestAnimationFrame(() => requestAnimationFrame(done))))
        """);
  }

  /** Shows a state and waits until the stage has it. */
  void show(JsonNode station, String marker) {
    daemon.show(station);
    assertThat(find(marker).first()).isVisible();
  }

  void loseDaemon() {
    daemon.close();
  }

  void findDaemon(JsonNode station) throws IOException {
    daemon = new ScriptedDaemon(folder.resolve("daemon.sock"), station);
  }

  @Override
  public void close() {
    page.context().close();
    kiosk.close();
    daemon.close();
  }
}
