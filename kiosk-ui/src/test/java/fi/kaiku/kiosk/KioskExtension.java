package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Opens a kiosk that waits for customers before each test, in one browser for all test classes; a
 * test also fails when the page has thrown anything, has asked another host, or has kept anything.
 */
final class KioskExtension implements BeforeEachCallback, AfterEachCallback {
  private OpenKiosk kiosk;

  OpenKiosk kiosk() {
    return kiosk;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    DeskBrowser browser =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(KioskExtension.class))
            .getOrComputeIfAbsent(DeskBrowser.class, key -> new DeskBrowser(), DeskBrowser.class);
    Page page = browser.page(1080, 1920);
    page.clock().install();
    kiosk = new OpenKiosk(Files.createTempDirectory("kiosk"), page);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<String> errors = List.copyOf(kiosk.errors);
    List<String> requests = List.copyOf(kiosk.requests);
    Object kept = kiosk.page.evaluate("localStorage.length + sessionStorage.length");
    kiosk.close();
    assertThat(errors).as("what the page threw").isEmpty();
    assertThat(requests).allMatch(url -> URI.create(url).getHost().equals("127.0.0.1"));
    assertThat(kept).as("what the page keeps").isEqualTo(0);
  }
}
