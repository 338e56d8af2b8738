package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.scanner.Framing.Suffix;
import fi.kaiku.device.scanner.ProbeFinding.Aim;
import fi.kaiku.device.scanner.ProbeFinding.Check;
import fi.kaiku.device.scanner.ProbeFinding.LetterCase;
import fi.kaiku.device.scanner.ProbeFinding.NotUnderstood;
import fi.kaiku.device.scanner.ProbeFinding.Pairs;
import fi.kaiku.device.scanner.ProbeFinding.Understood;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScannerProbeTest {
  private static final String ID = "QWAZYM1234";
  private static final String SIGNS = "1-2.3 4$5/A+B%";
  private static final String MIXED = "Qr-aB1_:;<>?@#&*()='\"![],Z";

  @Test
  void theTestSheetsCodesAreNobodysCardAndCanBePrinted() {
    assertThat(TestCode.ID.text()).isEqualTo(ID);
    assertThat(Code39.holds(TestCode.ID.text() + TestCode.SIGNS.text())).isTrue();
    assertThat(TestCode.SIGNS.text()).contains("-", ".", " ", "$", "/", "+", "%");
  }

  @Test
  void aScannerAsWeWantItNeedsNoChange() {
    Understood found = understood(send("]A0" + ID, "]A0" + SIGNS, "]Q1" + MIXED, "\r"));
    assertThat(found)
        .isEqualTo(
            new Understood(
                "",
                Suffix.CR,
                Aim.SENT,
                Check.NOT_SENT,
                LetterCase.AS_PRINTED,
                Pairs.KEPT,
                KeyLayout.US,
                KeyLayout.US));
    assertThat(found.isUsable()).isTrue();
    assertThat(found.words())
        .contains("It ends each code with CR.", "Write into terminal.yaml: suffix: cr.");
  }

  /** The damage is that of a Finnish host on an American scanner (xkb fi, SFS 5966). */
  @Test
  void anAmericanKeyboardReadAsAFinnishOneIsRecognised() {
    Map<TestCode, byte[]> received =
        send(ID, "1+2.3 4¤5-A`B%", "Qr+aB1?Öö;:_\"#/()=´äÄ!å¨,Z", "\r");
    Understood found = (Understood) ScannerProbe.ofKeys(KeyLayout.FI).explain(received);
    assertThat(found.setTo()).isEqualTo(KeyLayout.US);
    assertThat(found.words())
        .contains("It plays a US keyboard and was read as a FI one, so signs arrive as others.");
    assertThat(found.settings()).containsExactly("suffix: cr", "layout: us");
  }

  @Test
  void aCheckCharacterThatNobodyTellsOfMakesCardsUnreadable() {
    Understood found = understood(send(ID + "/", SIGNS + "8", MIXED, "\r"));
    assertThat(found.check()).isEqualTo(Check.SENT_UNNAMED);
    assertThat(found.isUsable()).isFalse();
    assertThat(String.join(" ", found.words())).contains("a character too many", "until that");
  }

  @Test
  void aPrefixIsNamedSoThatItCanBeSwitchedOff() {
    Understood found = understood(send("#1" + ID, "#1" + SIGNS, "#1" + MIXED, "\n"));
    assertThat(found.prefix()).isEqualTo("#1");
    assertThat(found.isUsable()).isFalse();
    assertThat(String.join(" ", found.words())).contains("puts '#1' before each code");
  }

  @Test
  void aStartOfTextIsNoPrefixAndSeveralEndsAreAny() {
    Understood found = understood(send("\2]A0" + ID, "\2]A0" + SIGNS, "\2]Q1" + MIXED, "\3\r"));
    assertThat(found.prefix()).isEmpty();
    assertThat(found.suffix()).isEqualTo(Suffix.ANY);
    assertThat(found.isUsable()).isTrue();
  }

  @Test
  void fullAsciiAndCapsLockAreHarmlessAndSaid() {
    Understood ascii = understood(send("]A4" + ID, "]A41-2.3 4$5!b%", "]Q1" + MIXED, "\r"));
    assertThat(ascii.pairs()).isEqualTo(Pairs.CONVERTED);
    assertThat(ascii.isUsable()).isTrue();
    assertThat(String.join(" ", ascii.words())).contains("Full ASCII");
    Understood caps =
        understood(send("qwazym1234", "1-2.3 4$5/a+b%", "qR-Ab1_:;<>?@#&*()='\"![],z", "\t"));
    assertThat(caps.letters()).isEqualTo(LetterCase.SWAPPED);
    assertThat(caps.isUsable()).isTrue();
  }

  @Test
  void whatCanNotBeExplainedIsSaidWithoutRepeatingIt() {
    ProbeFinding wrongOrder = ScannerProbe.ofCharacters().explain(send(SIGNS, ID, MIXED, "\r"));
    assertThat(wrongOrder).isInstanceOf(NotUnderstood.class);
    ProbeFinding somebodysCode =
        ScannerProbe.ofCharacters().explain(send("131052-308T", SIGNS, MIXED, "\r"));
    assertThat(somebodysCode).isInstanceOf(NotUnderstood.class);
    assertThat(somebodysCode.toString()).doesNotContain("131052");
  }

  @Test
  void aCodeOfWhichNothingCameIsNamed() {
    Map<TestCode, byte[]> received = send(ID, SIGNS, MIXED, "\r");
    received.remove(TestCode.MIXED);
    assertThat(ScannerProbe.ofCharacters().explain(received).words())
        .containsExactly(
            "Nothing came for code 3 of the test sheet (QR): can the scanner read that kind?");
    assertThat(ScannerProbe.ofCharacters().explain(Map.of()).words()).hasSize(3);
  }

  private static Understood understood(Map<TestCode, byte[]> received) {
    return (Understood) ScannerProbe.ofCharacters().explain(received);
  }

  private static Map<TestCode, byte[]> send(String id, String signs, String mixed, String end) {
    Map<TestCode, byte[]> received = new EnumMap<>(TestCode.class);
    received.put(TestCode.ID, bytes(id + end));
    received.put(TestCode.SIGNS, bytes(signs + end));
    received.put(TestCode.MIXED, bytes(mixed + end));
    return received;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
