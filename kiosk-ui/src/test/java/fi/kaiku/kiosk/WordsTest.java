package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.HealthCode;
import fi.kaiku.terminal.admission.Need;
import fi.kaiku.terminal.admission.Note;
import fi.kaiku.terminal.admission.Question;
import fi.kaiku.terminal.admission.Reason;
import fi.kaiku.terminal.card.CardReading;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words for all that the daemon can say, the same in every language. */
class WordsTest {
  private static final int TITLE_WORDS_MAX = 4;
  private static final String API = new WebResource("/fi/kaiku/terminal/api/openapi.yaml").text();

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void everyLanguageHasTheSameKeysAndHolesAsFinnish(String language) {
    assertThat(WordList.read("/web/i18n/" + language + ".json").holes())
        .isEqualTo(WordList.read("/web/i18n/fi.json").holes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi", "sv", "en"})
  void everyVerdictHasWords(String language) {
    Stream<String> codes =
        Stream.of(names(Reason.values()), names(Question.values()), names(Need.values()))
            .flatMap(List::stream);
    Stream.concat(Stream.of("READY"), codes)
        .forEach(code -> assertSaid(language, "verdict." + code, "title", "why", "now", "say"));
    for (String question : names(Question.values())) {
      assertSaid(language, "confirm", question);
    }
  }

  /** The contract's own list, in prose: a code that it knows and the enums do not is missed too. */
  @ParameterizedTest
  @ValueSource(strings = {"fi", "sv", "en"})
  void everyCodeThatTheContractListsHasWords(String language) {
    String verdicts =
        between(API, "first reason, question or need that applies - ", " A kiosk gets");
    List<String> codes = codes(verdicts);
    assertThat(codes).contains("WITHDRAWN", "LARGE_GROUP", "FEWER_ASSISTANTS").hasSize(20);
    for (String code : codes) {
      assertSaid(language, "verdict." + code, "title", "why", "now", "say");
    }
    List<String> kinds = codes(between(API, "for NOT_A_CARD - ", "\""));
    assertThat(kinds).contains("OWN_TICKET").hasSize(9);
    for (String kind : kinds) {
      assertSaid(language, "notice." + kind, "why", "now", "say");
    }
    for (String code : List.of("BUSY", "VISIT_FULL", "JUST_DEALT_WITH", "FAILED")) {
      assertSaid(language, "notice." + code, "title", "why", "now", "say");
    }
  }

  private static List<String> codes(String prose) {
    return Pattern.compile("[A-Z]+_?[A-Z_]+")
        .matcher(prose)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi", "sv", "en"})
  void everyNoteAndNoticeHasWords(String language) {
    for (String note : names(Note.values())) {
      assertSaid(language, "note." + note, "title", "why", "now", "say");
    }
    for (String kind : names(CardReading.Kind.values())) {
      assertSaid(language, "notice." + kind, "why", "now", "say");
    }
    assertSaid(language, "notice.NOT_A_CARD", "title");
    assertSaid(language, "notice.BUSY", "title", "why", "now", "say");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi", "sv", "en"})
  void everyHealthCodeAndConditionHasWords(String language) {
    for (HealthCode code : HealthCode.values()) {
      assertSaid(language, "health." + code.code(), "title", "why", "now");
    }
    for (String condition : oneOf("conditions: {type: array, items: {enum: [paper-out, paper-l")) {
      assertSaid(language, "condition." + condition, "title", "why", "now");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi", "sv", "en"})
  void everyStateOfTheStripHasWords(String language) {
    for (String state : oneOf("state: {enum: [none, st")) {
      assertSaid(language, "status.scanner." + state, "title", "why", "now");
      assertSaid(language, "status.printer." + state, "title", "why", "now");
    }
    for (String state : oneOf("state: {enum: [fresh, ")) {
      assertSaid(language, "status.registry." + state, "title", "why", "now");
    }
    for (String state : oneOf("state: {enum: [read, ")) {
      assertSaid(language, "status.events." + state, "title", "why", "now");
    }
    for (String state : oneOf("state: {enum: [ok, ")) {
      assertSaid(language, "status.journal." + state, "title", "why", "now");
    }
    for (String doubt : oneOf("doubt: {type: [string, \"null\"], enum: [")) {
      assertSaid(language, "clock.why", doubt);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi", "sv", "en"})
  void everyProblemHasWords(String language) {
    String names = between(API, "urn:kaiku:problem:NAME - ", "\"");
    for (String name : names.split(", ", -1)) {
      assertSaid(language, "problem." + name, "title", "why", "now");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi", "sv", "en"})
  void everyOtherCodeOfTheContractHasWords(String language) {
    for (String state : oneOf("print: {enum: [")) {
      assertSaid(language, "list.print", state);
    }
    for (String kind : oneOf("kind: {enum: [performance")) {
      assertSaid(language, "event.kind", kind);
      assertSaid(language, "thing", kind);
    }
    for (String state : oneOf("state: {enum: [unknown, ")) {
      assertSaid(language, "print." + state, "title", "why");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi", "sv", "en"})
  void everyReasonToCallStaffHasWords(String language) {
    List<String> codes = codes(between(API, "a verdict's code, or ", "; null at a kiosk"));
    assertThat(codes).containsExactly("PAPER", "PRINTER", "NOT_A_CARD", "ASKED");
    assertSaid(language, "staffCall", "title", "why", "come");
    codes.forEach(code -> assertSaid(language, "staffCall", code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi", "sv", "en"})
  void aVerdictIsShortEnoughToSayAloud(String language) {
    words(language)
        .forEach(
            (key, text) -> {
              if (key.matches("(verdict|notice)\\.\\w+\\.title")) {
                assertThat(text.split(" ", -1)).as(key).hasSizeLessThanOrEqualTo(TITLE_WORDS_MAX);
              }
            });
  }

  /** R29: what is said aloud must not tell bystanders what the card is. */
  @ParameterizedTest
  @ValueSource(strings = {"fi", "sv", "en"})
  void wordsToSayAloudNeverNameTheScheme(String language) {
    words(language)
        .forEach(
            (key, text) -> {
              if (key.endsWith(".say")) {
                assertThat(text).as(key).doesNotContainIgnoringCase("kaiku");
              }
            });
  }

  @Test
  void aWhyIsOneLineWithoutAFullStopAsFactsFollowIt() {
    for (String language : List.of("fi", "sv", "en")) {
      words(language)
          .forEach(
              (key, text) -> {
                if (key.matches("(verdict|notice)\\.\\w+\\.why")) {
                  assertThat(text).as(language + " " + key).doesNotEndWith(".");
                }
              });
    }
  }

  private static void assertSaid(String language, String under, String... parts) {
    Map<String, String> words = words(language);
    for (String part : parts) {
      assertThat(words.get(under + "." + part))
          .as(language + " " + under + "." + part)
          .isNotBlank();
    }
  }

  /** The names of an enum of the contract, found by how its line begins. */
  private static List<String> oneOf(String beginning) {
    int at = API.indexOf(beginning);
    assertThat(at).as(beginning).isNotNegative();
    int open = API.indexOf('[', API.indexOf("enum:", at));
    return Arrays.stream(API.substring(open + 1, API.indexOf(']', open)).split(",", -1))
        .map(String::strip)
        .filter(name -> !name.equals("null"))
        .toList();
  }

  private static String between(String text, String before, String after) {
    int start = text.indexOf(before) + before.length();
    return text.substring(start, text.indexOf(after, start));
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static Map<String, String> words(String language) {
    return WordList.read("/web/i18n/" + language + ".json").texts();
  }
}
