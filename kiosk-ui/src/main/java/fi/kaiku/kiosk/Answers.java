package fi.kaiku.kiosk;

import io.javalin.http.Context;
import java.util.Set;

/** How answers are written. */
final class Answers {
  private static final String PROBLEM = "application/problem+json";

  /** What a daemon of ours sends; anything else would be shown by no page. */
  private static final Set<String> PASSED_ON = Set.of("application/json", PROBLEM, "image/png");

  private static final int NOT_MODIFIED = 304;

  private Answers() {}

  static void pass(Context browser, DaemonAnswer answer) {
    String type = answer.contentType().split(";", 2)[0];
    browser.status(answer.status());
    browser.header("Cache-Control", "no-store");
    browser.contentType(PASSED_ON.contains(type) ? type : "text/plain");
    browser.result(answer.body());
  }

  static void problem(Context browser, Problem problem) {
    browser.status(problem.status());
    browser.header("Cache-Control", "no-store");
    browser.contentType(PROBLEM);
    browser.result(problem.json());
  }

  static void file(Context browser, WebFile file) {
    browser.header("ETag", file.etag());
    browser.header("Cache-Control", file.cacheControl());
    if (file.etag().equals(browser.header("If-None-Match"))) {
      browser.status(NOT_MODIFIED);
      return;
    }
    browser.contentType(file.contentType());
    browser.result(file.content());
  }

  /** A page for a person, in place of what was asked for. */
  static void page(Context browser, WebFile page, int status) {
    browser.status(status);
    browser.header("Cache-Control", "no-store");
    browser.contentType(page.contentType());
    browser.result(page.content());
  }
}
