package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.scanner.KeyLayout.Level;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KeyDecoderTest {
  private static final int SHIFT = 0xE1;
  private static final int ALT = 0xE2;
  private static final int ALT_GR = 0xE6;
  private static final int CONTROL = 0xE0;
  private static final int CAPS_LOCK = 0x39;
  private static final int SPACE = 0x2C;

  @ParameterizedTest
  @EnumSource
  void everyKeyOfEachLayoutHasItsThreeLevels(KeyLayout layout) {
    for (int usage = 0; usage < 256; usage++) {
      for (Level level : Level.values()) {
        boolean key = (usage >= 0x04 && usage <= 0x27) || (usage >= 0x2D && usage <= 0x38);
        char c = layout.character(usage, level);
        assertThat(c == 0 || key || usage == 0x64).as("usage %x", usage).isTrue();
      }
    }
    assertThat(layout.character(0x64, Level.PLAIN)).isIn('<', '\\');
  }

  @ParameterizedTest
  @EnumSource
  void idsAndCode39SignsPassInEachLayout(KeyLayout layout) {
    String text = "]A0ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-. $/+%abcz";
    assertThat(typed(layout, text)).isEqualTo(text);
  }

  /** What a Finnish host makes of a scanner set to US is what devices in the field suffer from. */
  @ParameterizedTest
  @CsvSource({
    "-,+", "/,-", "?,_", ":,Ö", ";,ö", "$,¤", "&,/", "(,)", "@,'\"'", "[,å", "<,;", ">,:"
  })
  void aWrongLayoutDamagesAsInTheField(char sent, char received) {
    StringBuilder text = new StringBuilder();
    KeyDecoder finnish = new KeyDecoder(KeyLayout.FI);
    press(KeyLayout.US, finnish, sent, text);
    assertThat(text.toString()).isEqualTo(String.valueOf(received));
  }

  @Test
  void deadKeysJoinTheNextKey() {
    KeyDecoder keys = new KeyDecoder(KeyLayout.FI);
    assertThat(keys.down(0x2E)).isEmpty();
    assertThat(keys.down(0x08)).isEqualTo("é");
    assertThat(keys.down(0x2E)).isEmpty();
    assertThat(keys.down(SPACE)).isEqualTo("´");
    assertThat(keys.down(0x2E)).isEmpty();
    assertThat(keys.down(0x1E)).isEqualTo("´1");
    keys.down(SHIFT);
    assertThat(keys.down(0x30)).isEmpty();
    assertThat(keys.down(0x30)).isEqualTo("^");
  }

  @Test
  void capsLockTurnsLettersAndEndsWithTheScan() {
    KeyDecoder keys = new KeyDecoder(KeyLayout.US);
    keys.down(CAPS_LOCK);
    keys.up(CAPS_LOCK);
    assertThat(keys.down(0x04)).isEqualTo("A");
    assertThat(keys.down(0x1E)).isEqualTo("1");
    keys.down(SHIFT);
    assertThat(keys.down(0x05)).isEqualTo("b");
    keys.up(SHIFT);
    keys.endScan();
    assertThat(keys.down(0x04)).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource({"65,A", "0065,A", "036,$", "0196,Ä", "142,Ä", "0128,€", "021,!x"})
  void altModeTypesCharactersByNumber(String digits, String expected) {
    KeyDecoder keys = new KeyDecoder(KeyLayout.FI);
    keys.down(ALT);
    for (int i = 0; i < digits.length(); i++) {
      char digit = digits.charAt(i);
      int usage = digit == '0' ? 0x62 : 0x59 + digit - '1';
      assertThat(keys.down(usage)).isEmpty();
      keys.up(usage);
    }
    String text = keys.up(ALT);
    assertThat(text).isEqualTo(expected.endsWith("x") ? "\u0015" : expected);
  }

  @Test
  void theKeypadTypesToo() {
    KeyDecoder keys = new KeyDecoder(KeyLayout.FR);
    StringBuilder text = new StringBuilder();
    IntStream.rangeClosed(0x54, 0x63).forEach(usage -> text.append(keys.down(usage)));
    assertThat(text.toString()).isEqualTo("/*-+\r1234567890.");
  }

  @Test
  void whatIsNoTextSpoilsTheScanInsteadOfVanishing() {
    String substitute = String.valueOf(KeyDecoder.SUBSTITUTE);
    KeyDecoder keys = new KeyDecoder(KeyLayout.US);
    assertThat(keys.down(0x3A)).as("F1").isEqualTo(substitute);
    assertThat(keys.down(0xA5)).as("reserved").isEqualTo(substitute);
    keys.down(ALT);
    assertThat(keys.down(0x04)).as("Alt+A").isEqualTo(substitute);
    keys.up(ALT);
    keys.down(ALT_GR);
    assertThat(keys.down(0x04)).as("AltGr+A").isEqualTo(substitute);
    keys.up(ALT_GR);
    keys.down(0xE3);
    assertThat(keys.down(0x04)).as("GUI+A").isEqualTo(substitute);
  }

  @Test
  void controlMakesControlCharacters() {
    KeyDecoder keys = new KeyDecoder(KeyLayout.US);
    keys.down(CONTROL);
    assertThat(keys.down(0x05)).isEqualTo("\2");
  }

  private static String typed(KeyLayout layout, String text) {
    return typed(layout, layout, text);
  }

  /** What arrives when a scanner set to one keyboard is read as another. */
  static String typed(KeyLayout setTo, KeyLayout readAs, String text) {
    KeyDecoder keys = new KeyDecoder(readAs);
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      press(setTo, keys, c, typed);
    }
    return typed.toString();
  }

  /** Presses what a scanner set to this layout presses for a character. */
  private static void press(KeyLayout set, KeyDecoder keys, char c, StringBuilder typed) {
    if (c == ' ') {
      typed.append(keys.down(SPACE));
      return;
    }
    for (int usage = 0x04; usage <= 0x64; usage++) {
      for (Level level : Level.values()) {
        if (set.character(usage, level) == c) {
          int modifier = level == Level.SHIFT ? SHIFT : ALT_GR;
          if (level != Level.PLAIN) {
            typed.append(keys.down(modifier));
          }
          typed.append(keys.down(usage)).append(keys.up(usage)).append(keys.up(modifier));
          return;
        }
      }
    }
    throw new AssertionError("no key for " + c);
  }
}
