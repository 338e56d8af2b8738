package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kiosk's logic without its page: the modules as the browser runs them. */
class KioskMachineTest {
  private static final String MACHINE =
      "const m = await import('/js/kiosk/machine.js'); const { follow, STATES, EVENTS } = m;";

  @TempDir static Path folder;
  private static DeskBrowser browser;
  private static OpenKiosk kiosk;

  @BeforeAll
  static void open() throws IOException {
    browser = new DeskBrowser();
    kiosk = new OpenKiosk(folder, browser.page(1280, 800));
  }

  @AfterAll
  static void close() {
    kiosk.close();
    browser.close();
  }

  private static Object run(String script, Object argument) {
    return kiosk.page.evaluate("async (arg) => {" + script + "}", argument);
  }

  /** Every screen by every event, as it stands in the file; what stays is a dot. */
  @Test
  void everyScreenKnowsEveryEvent() {
    String table =
        (String)
            run(
                MACHINE
                    + """
                    const rows = STATES.map((s) => [s, ...EVENTS.map((e) => follow(s, e) === s ? '.' : follow(s, e))]);
                    return [['', ...EVENTS], ...rows].map((row) => row.join(',')).join('\\n') + '\\n';
                    """,
                null);
    assertThat(table).isEqualTo(new WebResource("/kiosk/flow.csv").text());
  }

  @Test
  void ticketsAreRecordedOnlyAfterTheLastQuestion() {
    assertThat(ways("giving")).isEqualTo("confirm by next");
    assertThat(ways("printing")).isEqualTo("giving by given, trouble by open, again by retry");
  }

  /** Whoever walks away leaves nothing behind. */
  @Test
  void everyScreenWithACustomerEndsByItself() {
    for (String screen :
        List.of("unread", "event", "who", "confirm", "trouble", "again", "done", "staff")) {
      assertThat(run(MACHINE + "return follow(arg, 'idle');", screen)).isEqualTo("attract");
    }
  }

  @Test
  void everyScreenIsReachedFromTheFirst() {
    assertThat(
            run(
                MACHINE
                    + """
                    const seen = new Set(['starting']);
                    for (const s of seen) EVENTS.forEach((e) => seen.add(follow(s, e)));
                    return STATES.filter((s) => !seen.has(s));
                    """,
                null))
        .isEqualTo(List.of());
  }

  private static Object ways(String to) {
    return run(
        MACHINE
            + """
                return STATES.filter((s) => s !== arg).flatMap((s) =>
                  EVENTS.filter((e) => follow(s, e) === arg).map((e) => `${s} by ${e}`)).join(', ');
                """,
        to);
  }

  /** Times in ms: keys go down at once and up 5 ms later; what is acted upon. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Numpad5@0, choose",
    "Numpad2@0 Numpad5@600, down choose",
    "NumpadMultiply@0, back",
    "Numpad0@0, repeat",
    "NumpadDivide@0, help",
    "Enter@0, choose",
    "Digit5@0, ''",
    "KeyA@0 Numpad5@10 Numpad2@20 Enter@30, ''",
    "Numpad6@0 Numpad4@8 Numpad1@16 Numpad5@24 Enter@32, ''",
    "Numpad5@0 Numpad5@10 Numpad5@20 Enter@30, ''",
    "Digit2@0 Digit5@8 Enter@16 Numpad5@1000, choose",
    "F5@0 Digit1@5 Escape@10, ''",
  })
  void aKeyActsAloneAndABarCodeDoesNothing(String keys, String commands) {
    String script =
        """
        const { createKeypad } = await import('/js/kiosk/keypad.js');
        const done = [];
        const waiting = [];
        const keypad = createKeypad((ms, then) => waiting.push({ ms, then }), (c) => done.push(c));
        let now = 0;
        const timers = [];
        const pass = (to) => { timers.filter((t) => t.at <= to && !t.ran).forEach((t) => { t.ran = true; t.then(); }); now = to; };
        for (const text of arg.split(' ')) {
          const [code, at] = text.split('@');
          const key = /^(Digit|Numpad)(\\d)$/.exec(code)?.[2] ?? /^Key(.)$/.exec(code)?.[1] ?? code;
          pass(Number(at));
          keypad.down({ code, key, timeStamp: Number(at), repeat: false });
          keypad.up({ code, timeStamp: Number(at) + 5 });
          waiting.splice(0).forEach(({ ms, then }) => timers.push({ at: Number(at) + 5 + ms, then }));
        }
        pass(Infinity);
        return done.join(' ');
        """;
    assertThat(run(script, keys)).isEqualTo(commands);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "59999, undefined, false",
    "60000, 30, false",
    "75500, 15, false",
    "89999, 1, false",
    "90000, undefined, true"
  })
  void aQuietMinuteIsFollowedByThirtySecondsOfWarning(int passed, String seconds, boolean over) {
    assertThat(run(IDLE + "now = arg; return tell('who');", passed))
        .isEqualTo(seconds + " " + over);
  }

  @Test
  void moreTimeIsFiveMinutesAndCanBeAskedForAgain() {
    assertThat(run(IDLE + "now = 80e3; idle.more(); now += 299e3; return tell('who');", null))
        .isEqualTo("undefined false");
    String often =
        "for (let n = 0; n < 20; n++) { now += 320e3; idle.more(); } return tell('who');";
    assertThat(run(IDLE + often, null)).isEqualTo("undefined false");
    String next = "idle.more(); idle.reset(); now = 61e3; return tell('who');";
    assertThat(run(IDLE + next, null)).isEqualTo("29 false");
  }

  private static final String IDLE =
      """
      const { createIdle } = await import('/js/kiosk/idle.js');
      let now = 0;
      const idle = createIdle(() => now);
      const tell = (screen) => { const l = idle.look(screen); return `${l.secondsLeft} ${l.over ?? false}`; };
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0 499, 1",
    "0 500, 2",
    "0 100 200 300 400 500, 2",
    "0 20 40, 1",
    "10 700 1300, 3",
  })
  void aTremblingFingerPressesOnce(String presses, int counted) {
    String script =
        """
        const { createStrikes } = await import('/js/kiosk/strikes.js');
        const counts = createStrikes();
        return arg.split(' ').filter((at) => counts(Number(at))).length;
        """;
    assertThat(run(script, presses)).isEqualTo(counted);
  }

  @ParameterizedTest(name = "{0} places left, {1} children chosen of {2}")
  @CsvSource({"12, 0, 3, 3", "2, 0, 3, 1", "1, 0, 3, 0", "2, 1, 3, 1", "1, 2, 3, 2"})
  void noMoreChildrenThanPlacesOrTheRegistry(int left, int chosen, int most, int max) {
    String script =
        """
        const { partyOf } = await import('/js/kiosk/party.js');
        const card = { ref: 0, kind: 'personal', tone: 'yes', childrenMax: arg.most };
        const choices = { children: [{ ref: 0, count: arg.chosen }], clientsUnder16: 0, assistants: 0, interpreters: 0 };
        const rows = partyOf({ cards: [card], offer: { placesLeft: arg.left } }, choices, { childrenUnder: 18, clientsUnder: 16 });
        return rows.map((row) => `${row.id} ${row.max}`).join(', ');
        """;
    assertThat(run(script, Map.of("left", left, "chosen", chosen, "most", most)))
        .isEqualTo("me 1, children-0 " + max + ", helpers 2");
  }
}
