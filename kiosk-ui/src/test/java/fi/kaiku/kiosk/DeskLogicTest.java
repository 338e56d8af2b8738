package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's pure modules, by themselves, in the browser that will run them. */
class DeskLogicTest {
  private static final String KEY =
      """
      const { commandOf } = await import('/js/app/keys.js');
      const [key, place] = arg.split(' in ');
      const parts = key.split('+').filter(Boolean);
      const event = { key: key === '+' ? '+' : parts.at(-1), shiftKey: parts.includes('Shift'),
        ctrlKey: parts.includes('Control'), repeat: parts.includes('held') };
      const found = commandOf(event, { [place]: true });
      return found ? found.command + (found.text ?? '') : 'none of ours';
      """;

  private static final String FEED =
      """
      const { BEFORE, reduce, soundOf } = await import('/js/app/station-state.js');
      const status = { printer: { state: 'working' }, scanner: { state: 'working' }, journal: { state: 'ok' } };
      const messages = { away: { type: 'lost', at: 'then' } };
      const station = (step) => ({ questions: step.includes('asked') ? [1] : [], status: step.includes('broken')
          ? { ...status, printer: { state: 'troubled' } } : status,
        visit: /visit(.)/.test(step) ? { scanId: 'v' + /visit(.)/.exec(step)[1] } : null,
        notice: /notice(.)/.test(step) ? { scanId: 'n' + /notice(.)/.exec(step)[1] } : null });
      let state = BEFORE;
      return arg.split(' ').map((step) => {
        const before = state;
        state = reduce(state, messages[step] ?? { type: 'station', station: station(step) });
        return (soundOf(before, state) ?? '-') + (state.carriedOver ? '/old' : '');
      }).join(' ');
      """;

  @TempDir static Path folder;
  private static DeskBrowser browser;
  private static OpenDesk desk;

  @BeforeAll
  static void open() throws IOException {
    browser = new DeskBrowser();
    desk = new OpenDesk(folder, browser.page(1280, 800), DeskStates.idle());
  }

  @AfterAll
  static void close() {
    desk.close();
    browser.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "F1 in stage, help",
    "F2 in control, type",
    "F4 in dialog, today",
    "F6 in dialog, none",
    "Shift+F7 in stage, assistant-less",
    "held+F6 in stage, none",
    "Escape in stage, cancel",
    "Escape in dialog, none of ours",
    "Enter in stage, primary",
    "held+Enter in stage, none of ours",
    "Enter in control, none of ours",
    "Enter in dialog, none of ours",
    "+ in stage, children",
    "+ in dialog, none of ours",
    "a in stage, typeA",
    "7 in control, type7",
    "a in dialog, none of ours",
    "ä in stage, none of ours",
    "Control+a in stage, none of ours",
    "ArrowDown in stage, next",
    "ArrowDown in field, none of ours",
    "ArrowDown in reading, none of ours",
  })
  void aKeyDoesWhatThePlaceAllows(String key, String command) {
    assertThat(run(KEY, key)).isEqualTo(command);
  }

  /** R29: "read" for a card whatever it is worth, "look" for what is no card or needs a hand. */
  @ParameterizedTest(name = "{0} sounds {1}")
  @CsvSource({
    "idle visit1, - read",
    "idle visit1 visit1 visit2, - read - read",
    "idle notice1 idle, - look -",
    "visit1 visit1, -/old -/old",
    "visit1 visit2, -/old read",
    "idle away visit1 visit2, - - -/old read",
    "idle visit1 away visit1, - read - -/old",
    "idle visit1 visit1notice1 visit1, - read look -",
    "idle asked asked, - look -",
    "idle broken broken idle, - look - -",
  })
  void aSoundIsPlayedOnceForEachScan(String messages, String sounds) {
    assertThat(run(FEED, messages)).isEqualTo(sounds);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "KAIKU-P06 paper-out, paper:no",
    "KAIKU-P07 cover-open, printer:no",
    "KAIKU-P07 cover-open paper-low, printer:no paper:mind",
  })
  void oneCauseHasOneLight(String said, String lights) {
    String script =
        """
        const { lightsOf } = await import('/js/app/status.js');
        const [code, ...conditions] = arg.split(' ');
        const working = { state: 'working', code: null, conditions: [] };
        const status = { scanner: working, printer: { state: 'troubled', code, conditions },
          registry: { state: 'fresh' }, events: { state: 'read' }, uses: { unsent: 0 }, clock: { trusted: true, source: 'ntp' },
          journal: { state: 'ok' } };
        return lightsOf(status).filter((l) => ['no', 'mind'].includes(l.tone)).map((l) => l.name + ':' + l.tone).join(' ');
        """;
    assertThat(run(script, said)).isEqualTo(lights);
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "1, en, It is voided and does not let anybody in.",
    "2, en, They are voided and do not let anybody in.",
    "1, fi, 'Se on mitätöity, eikä sillä pääse sisään.'",
    "1, sv, Den är makulerad och ger inte inträde.",
  })
  void oneTicketIsSpokenOfAsOne(String n, String language, String said) {
    String script =
        """
        const { createWords } = await import('/js/app/words.js');
        const [n, language] = arg.split(' ');
        const catalogue = await (await fetch(`/i18n/${language}.json`)).json();
        return createWords(language, catalogue).say('told.takeBackWhy', { n: Number(n) });
        """;
    assertThat(run(script, n + " " + language)).isEqualTo(said);
  }

  @ParameterizedTest(name = "{0} at {1} in {2}")
  @CsvSource({
    "2026-11-23T19:00:00+02:00, 2026-11-23T18:42:00, fi, tänään 19.00",
    "2026-11-24T09:05:00+02:00, 2026-11-23T18:42:00, sv, i morgon 09.05",
    "2026-12-05T19:00:00+02:00, 2026-11-23T18:42:00, fi, la 5.12.2026 19.00",
    "2026-12-05T19:00:00+02:00, 2026-11-23T18:42:00, en, Sat 5 December 2026 19:00",
    "2027-01-01T00:00:00+02:00, 2026-12-31T23:59:00, fi, huomenna 00.00",
  })
  void timesAreFinnishWhateverTheBrowsersZone(String iso, String now, String lang, String said) {
    String script =
        """
        const { dayName, time } = await import('/js/app/dates.js');
        const { createWords } = await import('/js/app/words.js');
        const [iso, now, language] = arg.split(' ');
        const catalogue = await (await fetch(`/i18n/${language}.json`)).json();
        const words = createWords(language, catalogue);
        return (dayName(iso, now, words) + ' ' + time(iso, language)).replaceAll('\u00a0', ' ');
        """;
    assertThat(run(script, iso + " " + now + " " + lang)).isEqualTo(said);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "day 31 1, 1",
    "day 1 -1, 31",
    "month 12 1, 1",
    "minute 0 -1, 59",
    "year 2099 1, 2099",
  })
  void aStepOfTheClockStaysInItsBounds(String step, int result) {
    String script =
        """
        const { stepped } = await import('/js/app/clock-fields.js');
        const [name, value, by] = arg.split(' ');
        return String(stepped(name, Number(value), Number(by)));
        """;
    assertThat(run(script, step)).isEqualTo(String.valueOf(result));
  }

  @ParameterizedTest(name = "{0}.{1}.{2} exists: {3}")
  @CsvSource({
    "29, 2, 2027, false",
    "29, 2, 2028, true",
    "31, 11, 2026, false",
    "0, 1, 2026, false"
  })
  void onlyRealDaysCanBeConfirmed(int day, int month, int year, boolean exists) {
    String script =
        """
        const { dateExists } = await import('/js/app/clock-fields.js');
        const [day, month, year] = arg.split(' ').map(Number);
        return String(dateExists({ day, month, year, hour: 12, minute: 0 }));
        """;
    assertThat(run(script, day + " " + month + " " + year)).isEqualTo(String.valueOf(exists));
  }

  @Test
  void aRowThatChangedWhileTheListWasFetchedIsTheNewerOne() {
    String script =
        """
        const { NOTHING_YET, withChanges, withList } = await import('/js/app/today.js');
        const row = (admissionId, at, state) => ({ admissionId, at, state });
        const change = { day: 'd', totals: 2, rows: [row('a', '18', 'voided')] };
        const list = { day: 'd', totals: 1, rows: [row('a', '18', 'stands'), row('b', '19', 'stands')] };
        const today = withList(withChanges(NOTHING_YET, change), list, [change]);
        return JSON.stringify([today.totals, today.rows.map((r) => r.admissionId + r.state)]);
        """;
    assertThat(run(script, "")).isEqualTo("[2,[\"bstands\",\"avoided\"]]");
  }

  @Test
  void aNewDayBeginsWithAnEmptyList() {
    String script =
        """
        const { withChanges } = await import('/js/app/today.js');
        const monday = { day: 'monday', totals: 1, rows: [{ admissionId: 'a', at: '1' }], complete: true };
        return String(withChanges(monday, { day: 'tuesday', totals: 0, rows: [] }).rows.length);
        """;
    assertThat(run(script, "")).isEqualTo("0");
  }

  @Test
  void settingsThatWereTamperedWithAreLeftAtTheirDefaults() {
    String script =
        """
        const { createSettings } = await import('/js/app/settings.js');
        const kept = (text) => createSettings({ getItem: () => text, setItem() {} }).all.value;
        const { theme, sound, mm } = kept('{"theme":"pink","sound":false,"mm":900,"__proto__":1}');
        return JSON.stringify([theme, sound, mm, kept('rubbish').theme, kept(null).theme]);
        """;
    assertThat(run(script, "")).isEqualTo("[\"auto\",false,null,\"auto\",\"auto\"]");
  }

  private static String run(String script, String argument) {
    return (String) desk.page.evaluate("async (arg) => {" + script + "}", argument);
  }
}
