package fi.kaiku.terminal.input;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.InLocale;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {
  private static final List<String> KNOWN =
      List.of("card_id", "kind", "issued_on", "valid_until", "state", "children");

  @ParameterizedTest
  @CsvSource({
    "valid_untill, valid_until",
    "validuntil, valid_until",
    "sate, state",
    "staet, state",
    "STATE, state",
    "kidn, kind",
    "issuedon, issued_on",
    "childern, children"
  })
  void aSlipOfTheFingerIsForgiven(String written, String meant) {
    assertThat(NearestName.of(written, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"birth_year", "", "x", "postal_code", "kindly_yours"})
  void whatIsFarFromAllNamesIsLeftAlone(String written) {
    assertThat(NearestName.of(written, KNOWN)).isEmpty();
    assertThat(NearestName.hint(written, KNOWN)).isEmpty();
  }

  @Test
  void theHintDoesNotDependOnTheLocale() {
    InLocale.run(
        "tr-TR",
        () ->
            assertThat(NearestName.hint("CARD_ID", KNOWN)).isEqualTo(", did you mean 'card_id'?"));
  }

  @Test
  void nothingIsKnownAndNothingIsFound() {
    assertThat(NearestName.of("state", List.of())).isEmpty();
  }
}
