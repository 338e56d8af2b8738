package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kiosk says: the same in four languages, short, and nothing that shames. */
class KioskWordsTest {
  private static final int SENTENCE_WORDS_MAX = 16;
  private static final int EASY_SENTENCE_WORDS_MAX = 8;
  private static final int TITLE_LETTERS_MAX = 34;

  private static WordList words(String language) {
    return WordList.read("/web/i18n/kiosk/" + language + ".json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi-easy", "sv", "en"})
  void everyLanguageHasTheSameKeysAndHolesAsFinnish(String language) {
    assertThat(words(language).holes()).isEqualTo(words("fi").holes());
  }

  /** R29, R30: bystanders read along. */
  @ParameterizedTest
  @ValueSource(strings = {"fi", "fi-easy", "sv", "en"})
  void nothingNamesTheSchemeOrAReason(String language) {
    words(language)
        .texts()
        .forEach(
            (key, text) ->
                assertThat(text)
                    .as(key)
                    .doesNotContainIgnoringCase("kaiku")
                    .doesNotContainPattern(
                        "(?iu)vanhen|päättyn|hylät|virhe|ongelma|ei kelpaa|kielle|ogiltig|avvisa"
                            + "|gått ut|expired|invalid|refus|error|denied|not valid"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi", "fi-easy", "sv", "en"})
  void sentencesAreShort(String language) {
    int most = language.equals("fi-easy") ? EASY_SENTENCE_WORDS_MAX : SENTENCE_WORDS_MAX;
    words(language)
        .texts()
        .forEach(
            (key, text) -> {
              for (String sentence : text.split("(?<=[.?!])\\s", -1)) {
                assertThat(sentence.split(" ", -1)).as(key).hasSizeLessThanOrEqualTo(most);
              }
              if (key.endsWith(".title")) {
                assertThat(text).as(key).hasSizeLessThanOrEqualTo(TITLE_LETTERS_MAX);
              }
            });
  }
}
