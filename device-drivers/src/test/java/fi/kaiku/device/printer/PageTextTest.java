package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextTest {

  @ParameterizedTest
  @CsvSource({
    "PC858, 'Hinta 2,50 €', 'Hinta 2,50 €'",
    "PC850, 'Hinta 2,50 €', 'Hinta 2,50 EUR'",
    "PC437, 'Ø høst', 'O host'",
    "PC858, 'Šekki Žižek Őrség', 'Sekki Zizek Orség'",
    "PC858, '“Yö” – ‘aamu’…', '\"Yö\" - ''aamu''...'",
    "WPC1252, '“Yö” – aamu…', '“Yö” – aamu…'",
    "PC858, 'Москва 漢', '?????? ?'",
    "PC858, 'ilo 😀 suru', 'ilo ? suru'",
    "PC858, 'a\u00A0b\u200Bc\u00ADd', 'a bcd'",
    "PC858, 'a\u0308iti', 'äiti'",
    "PC858, 'ﬁ ½ ²', 'fi ½ ²'",
    "PC437, 'Łódź', 'Lódz'",
  })
  void whatAPageLacksIsReplacedByWhatAPersonWouldWrite(CodePage page, String text, String fitted) {
    assertThat(new PageText(page).fit(text)).isEqualTo(fitted);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 5, ''",
    "'yksi', 5, 'yksi'",
    "'yksi kaksi', 5, 'yksi|kaksi'",
    "'yksi kaksi kolme', 10, 'yksi kaksi|kolme'",
    "'pitkäsana', 4, 'pitk|äsan|a'",
    "'a pitkäsana', 4, 'a|pitk|äsan|a'",
    "'  sisennys on', 8, '  sisenn|ys on'",
    "'aa  bb', 4, 'aa|bb'",
  })
  void linesBreakAtWordsWhereTheyCan(String text, int columns, String lines) {
    assertThat(String.join("|", LineWrap.wrap(text, columns))).isEqualTo(lines);
  }

  @ParameterizedTest
  @CsvSource({
    "Hinta, '2,50', 12, 'Hinta   2,50'",
    "Hinta, '2,50', 10, 'Hinta 2,50'",
    "Hinta, '2,50', 9, 'Hinta|     2,50'",
    "'Lapsi alle 18', '2', 8, 'Lapsi|alle 18|       2'",
    "'Lapsi alle 18', '2', 9, 'Lapsi|alle 18 2'",
    "'', 'oikea', 8, '   oikea'",
    "'', 'koko levy', 9, 'koko levy'",
    "vasen, '', 8, 'vasen   '",
  })
  void aPairStandsOnOneLineWhereItFits(String left, String right, int columns, String lines) {
    assertThat(String.join("|", PairLines.of(left, right, columns))).isEqualTo(lines);
  }
}
