package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.admission.StationDesk;
import fi.kaiku.terminal.api.TerminalApi;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Who waits for whom: daemon, desk's own server, page. Each outer one waits longer than the inner
 * one, so that the one who knows the cause is the one who tells it.
 */
class WaitsTest {
  /** What the relay itself, a loopback connection and a slow machine may add. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(1);

  private static final Duration CLERKS_PATIENCE = Duration.ofSeconds(10);

  @Test
  void aPressIsAnsweredByWhoKnowsWhy() {
    Duration page = waitOfPage("calls.js", "TIMEOUT_MS");
    assertThat(DaemonClient.CALL_TIME_MAX)
        .isGreaterThanOrEqualTo(StationDesk.ANSWERS_WITHIN.plus(ON_THE_WAY));
    assertThat(page).isGreaterThanOrEqualTo(DaemonClient.CALL_TIME_MAX.plus(ON_THE_WAY));
    assertThat(page).isLessThanOrEqualTo(CLERKS_PATIENCE);
  }

  @Test
  void silenceIsToldByWhoHearsItFirst() {
    Duration page = waitOfPage("feed.js", "SILENCE_MS");
    assertThat(StallWatch.SILENCE_MAX)
        .isGreaterThanOrEqualTo(TerminalApi.FEED_HEARTBEAT.multipliedBy(2).plus(ON_THE_WAY));
    assertThat(page).isGreaterThanOrEqualTo(StallWatch.NOTICED_WITHIN.plus(ON_THE_WAY));
  }

  @Test
  void aFeedThatDoesNotBeginIsToldBeforeThePageGivesItUp() {
    assertThat(waitOfPage("feed.js", "SILENCE_MS"))
        .isGreaterThanOrEqualTo(DaemonClient.CALL_TIME_MAX.plus(ON_THE_WAY));
  }

  /** A constant of the page's script, in milliseconds there. */
  private static Duration waitOfPage(String script, String constant) {
    Matcher found =
        Pattern.compile("const " + constant + " = ([0-9_]+);")
            .matcher(new WebResource("/web/js/app/" + script).text());
    assertThat(found.find()).as("%s of %s", constant, script).isTrue();
    return Duration.ofMillis(Long.parseLong(found.group(1).replace("_", "")));
  }
}
