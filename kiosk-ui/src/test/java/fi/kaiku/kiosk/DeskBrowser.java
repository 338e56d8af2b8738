package fi.kaiku.kiosk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's own Chromium, one for a test class; every page of it is the desk. */
public final class DeskBrowser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final Playwright playwright;
  private final Browser browser;

  public DeskBrowser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(options());
  }

  private static BrowserType.LaunchOptions options() {
    List<String> arguments = new ArrayList<>(List.of("--disable-gpu"));
    if (isRoot()) {
      // Chromium's sandbox refuses to run as root; a terminal's browser never does.
      arguments.add("--no-sandbox");
    }
    return new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(arguments);
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /** A new browser profile with the desk not yet opened. */
  public Page page(int width, int height) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    return context.newPage();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
