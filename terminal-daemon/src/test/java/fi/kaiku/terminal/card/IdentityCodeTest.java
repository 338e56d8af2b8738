package fi.kaiku.terminal.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityCodeTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(1800, 1, 1);
  private static final int DAYS_OF_THREE_CENTURIES = 109_572;
  private static final String CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "131052-308T", "131052308T", "131052+308T", "131052U308T", "131052V308T", "131052W308T",
        "131052X308T", "131052Y308T", "131052A308T", "131052B308T", "131052C308T", "131052D308T",
        "131052E308T", "131052F308T", "131052a308t", " 131052-308T "
      })
  void everyCenturySignIsKnown(String code) {
    assertThat(IdentityCode.isOne(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "131052G308T", "131052T308T", "131052Z308T", "131052*308T", "131052/308T", "131052--308TX",
        "131052-308S", "131052-308G", "131052-3O8T", "13105-2308T9", "1310523308T", "131052-308",
        "31052-308T", "\u0661\u0663\u0661\u0660\u0665\u0662-308T", ""
      })
  void whatHasNoSignNoCheckCharacterOrNoDigitsIsNone(String text) {
    assertThat(IdentityCode.isOne(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "290200, A, true", // 2000 was a leap year
    "290200, -, true", // 1900 was not: but freed of its hyphen it is a date of 2000
    "290200, U, false",
    "290200, +, false",
    "290204, A, true",
    "290203, A, false",
    "290203, '', false",
    "290200, '', true",
    "310426, A, false",
    "300426, A, true",
    "000126, A, false",
    "010026, A, false",
    "011326, A, false",
    "321226, A, false",
    "311226, A, true"
  })
  void itsDateMustBeInTheCalendarOfItsCentury(String date, String sign, boolean isOne) {
    assertThat(IdentityCode.isOne(date + sign + "123" + check(date + "123"))).isEqualTo(isOne);
  }

  @Property
  void everyCodeOfThreeCenturiesIsFoundWithAndWithoutItsSign(
      @ForAll @IntRange(max = DAYS_OF_THREE_CENTURIES - 1) int day,
      @ForAll @IntRange(max = 999) int serial) {
    LocalDate born = FIRST_DAY.plusDays(day);
    String date =
        "%02d%02d%02d".formatted(born.getDayOfMonth(), born.getMonthValue(), born.getYear() % 100);
    String rest = "%03d".formatted(serial);
    String checked = rest + check(date + rest);
    String sign = born.getYear() < 1900 ? "+" : born.getYear() < 2000 ? "-" : "A";

    assertThat(IdentityCode.isOne(date + sign + checked)).isTrue();
    assertThat(IdentityCode.isOne(date + checked)).isTrue();
  }

  @Property
  void aWrongCheckCharacterMakesItNone(
      @ForAll @IntRange(max = 999) int serial, @ForAll @IntRange(max = 30) int wrong) {
    String rest = "131052%03d".formatted(serial);
    char other = CHECK_CHARACTERS.charAt(wrong);

    assertThat(IdentityCode.isOne(rest + other)).isEqualTo(other == check(rest));
  }

  private static char check(String nineDigits) {
    return CHECK_CHARACTERS.charAt(Integer.parseInt(nineDigits) % CHECK_CHARACTERS.length());
  }
}
