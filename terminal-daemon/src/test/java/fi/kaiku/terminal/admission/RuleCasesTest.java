package fi.kaiku.terminal.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule table, in zones and locales that have broken other people's date and text handling. */
class RuleCasesTest {
  private static final int ROWS_MIN = 120;

  private final TimeZone zone = TimeZone.getDefault();
  private final Locale locale = Locale.getDefault();

  @BeforeEach
  @AfterEach
  void restoreZoneAndLocale() {
    TimeZone.setDefault(zone);
    Locale.setDefault(locale);
  }

  static List<RuleCase> cases() {
    return RuleWorld.cases();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void holdsInHelsinkiAndFinnish(RuleCase row) {
    play(row, "Europe/Helsinki", "fi-FI");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void holdsInLosAngelesAndTurkish(RuleCase row) {
    play(row, "America/Los_Angeles", "tr-TR");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void holdsFourteenHoursEastAndInArabicDigits(RuleCase row) {
    play(row, "Pacific/Kiritimati", "ar-EG-u-nu-arab");
  }

  private static void play(RuleCase row, String zone, String languageTag) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    Locale.setDefault(Locale.forLanguageTag(languageTag));
    assertThat(new RuleCaseRun(row).answer()).isEqualTo(row.answer());
  }

  @Test
  void theTableIsLargeEnoughAndNamesEachCaseOnce() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(ROWS_MIN);
    assertThat(cases()).extracting(RuleCase::toString).doesNotHaveDuplicates();
  }

  @Test
  void everyCodeOccursInTheTable() {
    Set<String> told =
        cases().stream()
            .map(RuleCase::answer)
            .flatMap(a -> Stream.of(a.verdict(), a.cards(), a.notes()))
            .flatMap(text -> Stream.of(text.split("[^A-Z_0-9]+", -1)))
            .collect(Collectors.toSet());
    assertThat(told)
        .containsAll(names(Reason.values()))
        .containsAll(names(Question.values()))
        .containsAll(names(Need.values()))
        .containsAll(names(Note.values()));
  }

  /** R1-R4, R8, R11 and R19 decide nothing here; R22 and R24 belong to the journal. */
  @Test
  void everyRuleThatAStationDecidesHasARow() {
    Set<String> rules = cases().stream().map(RuleCase::rule).collect(Collectors.toSet());
    assertThat(rules)
        .contains("R5", "R6", "R7", "R9", "R10", "R12", "R13", "R14", "R15", "R16", "R17", "R18")
        .contains("R20", "R21", "R23");
  }

  private static List<String> names(Enum<?>[] codes) {
    return Arrays.stream(codes).map(Enum::name).toList();
  }
}
