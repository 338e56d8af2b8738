package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.scanner.Framing.Suffix;
import fi.kaiku.device.scanner.ProbeFinding.Aim;
import fi.kaiku.device.scanner.ProbeFinding.Check;
import fi.kaiku.device.scanner.ProbeFinding.LetterCase;
import fi.kaiku.device.scanner.ProbeFinding.Pairs;
import fi.kaiku.device.scanner.ProbeFinding.Understood;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever a scanner is set to, the probe finds it out; and nothing makes it throw. */
class ScannerProbeProperties {
  @Property
  void aScannerThatSendsCharactersIsUnderstood(
      @ForAll @From("prefixes") String prefix,
      @ForAll @From("suffixes") Suffix suffix,
      @ForAll Aim aim,
      @ForAll Check check,
      @ForAll LetterCase letters) {
    Assume.that(aim == Aim.SENT || check != Check.SENT_NAMED);
    var scanner = new ScriptedSettings(prefix, suffix, aim, check, letters);
    Understood found = (Understood) ScannerProbe.ofCharacters().explain(scanner.sendAll());
    assertFound(found, scanner);
    assertThat(found.setTo()).isEqualTo(found.readAs());
  }

  @Property
  void aKeyboardOfAnyLayoutReadAsAnyOtherIsUnderstood(
      @ForAll @From("plainPrefixes") String prefix,
      @ForAll Aim aim,
      @ForAll Check check,
      @ForAll LetterCase letters,
      @ForAll KeyLayout setTo,
      @ForAll KeyLayout readAs) {
    Assume.that(aim == Aim.SENT || check != Check.SENT_NAMED);
    var scanner = new ScriptedSettings(prefix, Suffix.CR, aim, check, letters);
    Understood found =
        (Understood) ScannerProbe.ofKeys(readAs).explain(scanner.typeAll(setTo, readAs));
    // An SV keyboard is an FI one for all that scanners type.
    assertThat(found.setTo() == KeyLayout.SV ? KeyLayout.FI : found.setTo())
        .isEqualTo(setTo == KeyLayout.SV ? KeyLayout.FI : setTo);
    assertThat(found.aim()).isEqualTo(aim);
    assertThat(found.check()).isEqualTo(check);
    assertThat(found.letters()).isEqualTo(letters);
    assertThat(found.suffix()).isEqualTo(Suffix.CR);
    assertThat(found.prefix().isEmpty()).isEqualTo(prefix.isEmpty());
    assertThat(found.words()).isNotEmpty().allMatch(line -> line.endsWith("."));
    assertThat(found.facts()).as("a fact for each sentence").hasSameSizeAs(found.words());
  }

  @Property
  void garbageMakesItNeitherThrowNorBelieve(
      @ForAll @Size(max = 40) byte[] id,
      @ForAll @Size(max = 40) byte[] signs,
      @ForAll @Size(max = 40) byte[] mixed) {
    Map<TestCode, byte[]> received = new EnumMap<>(TestCode.class);
    received.put(TestCode.ID, id);
    received.put(TestCode.SIGNS, signs);
    received.put(TestCode.MIXED, mixed);
    assertThat(ScannerProbe.ofKeys(KeyLayout.FI).explain(received))
        .isInstanceOf(ProbeFinding.NotUnderstood.class);
  }

  private static void assertFound(Understood found, ScriptedSettings scanner) {
    assertThat(found.prefix()).isEqualTo(scanner.prefix());
    assertThat(found.suffix()).isEqualTo(scanner.suffix());
    assertThat(found.aim()).isEqualTo(scanner.aim());
    assertThat(found.check()).isEqualTo(scanner.check());
    assertThat(found.letters()).isEqualTo(scanner.letters());
    assertThat(found.pairs()).isEqualTo(Pairs.KEPT);
    assertThat(found.words()).isNotEmpty().allMatch(line -> line.endsWith("."));
    assertThat(found.facts()).as("a fact for each sentence").hasSameSizeAs(found.words());
    boolean usable = scanner.prefix().isEmpty() && scanner.check() != Check.SENT_UNNAMED;
    assertThat(found.isUsable()).isEqualTo(usable);
  }

  @Provide
  Arbitrary<String> prefixes() {
    return Arbitraries.strings().withCharRange('!', '~').excludeChars(']').ofMaxLength(4);
  }

  /** What every keyboard has, and no dead key of another one joins with the code. */
  @Provide
  Arbitrary<String> plainPrefixes() {
    return Arbitraries.strings().withChars("ABC123").ofMaxLength(3);
  }

  @Provide
  Arbitrary<Suffix> suffixes() {
    return Arbitraries.of(Suffix.NONE, Suffix.CR, Suffix.LF, Suffix.CRLF, Suffix.TAB, Suffix.ETX);
  }
}
