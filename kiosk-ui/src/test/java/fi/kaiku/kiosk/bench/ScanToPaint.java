package fi.kaiku.kiosk.bench;

import com.microsoft.playwright.Page;
import fi.kaiku.kiosk.DeskBrowser;
import fi.kaiku.kiosk.e2e.Till;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * From the last byte of a scan to the painted verdict in Chromium, both processes and the page
 * between. The floor: what the same page needs to paint any change at all.
 */
final class ScanToPaint {
  private static final int WARM_UP = 30;
  private static final int RUNS = 200;

  /** Notes, in milliseconds since 1970, when a verdict with another id than before was painted. */
  private static final String WATCH =
      """
      () => {
        window.painted = [];
        let shown = null;
        const now = () => performance.timeOrigin + performance.now();
        window.afterPaint = (then) => requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => then(now());
          channel.port2.postMessage(null);
        });
        new MutationObserver(() => {
          const facts = document.querySelector('[data-verdict] .facts')?.textContent;
          if (!facts || facts === shown) return;
          shown = facts;
          window.afterPaint((at) => window.painted.push(at));
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      }
      """;

  private static final String FLOOR =
      """
      async (runs) => {
        const times = [];
        const mark = document.createElement('i');
        document.body.append(mark);
        for (let run = 0; run < runs; run++) {
          await new Promise((done) => setTimeout(done, 5 + (run * 7) % 16));
          const begin = performance.timeOrigin + performance.now();
          mark.textContent = run;
          times.push((await new Promise(window.afterPaint)) - begin);
        }
        mark.remove();
        return times;
      }
      """;

  private ScanToPaint() {}

  static Pair measure(Till till, DeskBrowser browser) throws IOException {
    Page page = browser.page(1280, 800);
    page.navigate(till.deskUrl());
    page.waitForSelector(".bar");
    page.evaluate(WATCH);
    long[] nanos = new long[RUNS];
    for (int run = -WARM_UP; run < RUNS; run++) {
      int expected = run + WARM_UP + 1;
      double begin = millisecondsSince1970();
      till.reader().scan("]Q1", SampleVenue.cardId(expected));
      page.waitForFunction("n => window.painted.length >= n", expected);
      double painted = ((Number) page.evaluate("window.painted.at(-1)")).doubleValue();
      if (run >= 0) {
        nanos[run] = (long) ((painted - begin) * 1e6);
      }
    }
    Latencies floor = floor(page);
    page.context().close();
    return new Pair(new Latencies(nanos), floor);
  }

  /** As the page counts them: with a fraction. */
  private static double millisecondsSince1970() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1e3 + now.getNano() / 1e6;
  }

  @SuppressWarnings("unchecked") // the script returns an array of numbers
  private static Latencies floor(Page page) {
    List<Number> times = (List<Number>) page.evaluate(FLOOR, RUNS);
    return new Latencies(times.stream().mapToLong(ms -> (long) (ms.doubleValue() * 1e6)).toArray());
  }

  record Pair(Latencies measured, Latencies floor) {}
}
