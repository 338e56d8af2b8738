package fi.kaiku.terminal.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TicketNumberTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  @Property
  void itIsPrintedInThreeGroupsOfFour(@ForAll long seed) {
    assertThat(number(seed).printed())
        .matches("[A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z]{3}(-[0-9A-HJKMNP-TV-Z]{4}){2}");
  }

  @Property
  void itNeverLooksLikeAnythingElseThatIsScanned(@ForAll long seed) {
    TicketNumber number = number(seed);

    for (String text : Set.of(number.value(), number.printed())) {
      assertThat(CardId.fits(CleanUp.typed(text))).isFalse();
      assertThat(IdentityCode.isOne(text)).isFalse();
      assertThat(ForeignCode.isProductCode(text)).isFalse();
      assertThat(ForeignCode.isWebAddress(text)).isFalse();
    }
  }

  @Property
  void itIsRecognisedAsPeopleReadItAloud(@ForAll long seed) {
    TicketNumber number = number(seed);
    String slack =
        number
            .printed()
            .toLowerCase(Locale.ROOT)
            .replace('0', 'o')
            .replace('1', 'l')
            .replace('-', ' ');

    assertThat(TicketNumber.recognise(slack)).contains(number);
  }

  @Property
  void everyWrongCharacterIsFound(
      @ForAll long seed,
      @ForAll @IntRange(max = 11) int at,
      @ForAll @IntRange(max = 31) int other) {
    StringBuilder text = new StringBuilder(number(seed).value());
    char wrong = ALPHABET.charAt(other);
    boolean same = text.charAt(at) == wrong;
    text.setCharAt(at, wrong);

    assertThat(TicketNumber.recognise(text.toString()).isPresent()).isEqualTo(same);
  }

  @Property
  void everyTwoExchangedCharactersAreFound(
      @ForAll long seed, @ForAll @IntRange(max = 11) int one, @ForAll @IntRange(max = 11) int two) {
    StringBuilder text = new StringBuilder(number(seed).value());
    char first = text.charAt(one);
    char second = text.charAt(two);
    text.setCharAt(one, second);
    text.setCharAt(two, first);

    assertThat(TicketNumber.recognise(text.toString()).isPresent()).isEqualTo(first == second);
  }

  @Test
  void aHundredThousandAreAllDifferent() {
    Random random = new Random(7);
    Set<TicketNumber> seen = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      seen.add(TicketNumber.random(random));
    }
    assertThat(seen).hasSize(100_000);
  }

  @Test
  void aTextThatIsNoneIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TicketNumber("K7M2P4Q8R1T"));
    assertThat(TicketNumber.recognise("")).isEmpty();
    assertThat(TicketNumber.recognise("000000000000")).isEmpty();
  }

  private static TicketNumber number(long seed) {
    return TicketNumber.random(new Random(seed));
  }
}
