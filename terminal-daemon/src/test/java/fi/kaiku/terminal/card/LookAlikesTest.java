package fi.kaiku.terminal.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {
  @ParameterizedTest
  @CsvSource({
    "K4K7P2M9X0, K4K7P2M9XO",
    "K4K7P2M9XO, K4K7P2M9X0",
    "K4K7P2M9X1, K4K7P2M9XI",
    "K4K7P2M9XI, K4K7P2M9XL",
    "K4K7P2M9X5, K4K7P2M9XS",
    "K4K7P2M9X8, K4K7P2M9XB",
    "K4K7P2M9XZ, K4K7P2M9X2",
    "0K4K7P5M9X, OK4K7PSM9X"
  })
  void lettersAndDigitsThatLookAlikeAreExchanged(String typed, String printed) {
    assertThat(LookAlikes.of(new CardId(typed))).contains(new CardId(printed));
  }

  @Test
  void oneExchangeComesBeforeTwo() {
    List<CardId> found = LookAlikes.of(new CardId("AAAAAAAA58"));

    assertThat(found)
        .containsExactly(
            new CardId("AAAAAAAAS8"), new CardId("AAAAAAAA5B"), new CardId("AAAAAAAASB"));
  }

  @Test
  void anIdWithoutDoubtfulCharactersHasNone() {
    assertThat(LookAlikes.of(new CardId("A3C4E7F9HK"))).isEmpty();
  }

  @Test
  void aPersonalIdentityCodeIsNeverSuggested() {
    assertThat(LookAlikes.of(new CardId("13IO52308T"))).doesNotContain(new CardId("131052308T"));
  }

  @Property
  void theirNumberIsBoundedAndTheIdItselfIsNotAmongThem(
      @ForAll
          @StringLength(CardId.LENGTH)
          @CharRange(from = '0', to = '9')
          @CharRange(from = 'A', to = 'Z')
          String text) {
    CardId id = new CardId(text);

    assertThat(LookAlikes.of(id))
        .hasSizeLessThanOrEqualTo(LookAlikes.CANDIDATES_MAX)
        .doesNotContain(id)
        .doesNotHaveDuplicates();
  }
}
