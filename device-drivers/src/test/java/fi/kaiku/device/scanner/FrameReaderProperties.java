package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.scanner.Framing.Suffix;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FrameReaderProperties {
  private static final Instant NOW = Instant.EPOCH;

  @Property
  void chunksMakeNoDifference(
      @ForAll Suffix suffix,
      @ForAll @From("scannerBytes") byte[] bytes,
      @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 40) Integer> cuts) {
    assertThat(read(suffix, bytes, cuts)).isEqualTo(read(suffix, bytes, List.of()));
  }

  @Property
  void whatWasSentIsWhatIsRead(
      @ForAll @From("cardTexts") List<String> texts, @ForAll @From("suffixes") String suffix) {
    byte[] bytes = (String.join(suffix, texts) + suffix).getBytes(StandardCharsets.UTF_8);
    assertThat(read(Suffix.ANY, bytes, List.of()).stream().map(r -> ((Scan) r).text()))
        .isEqualTo(texts);
  }

  @Property
  void aScanHoldsNoControlCharacterAndNoMoreThanWasSent(
      @ForAll Suffix suffix, @ForAll @From("scannerBytes") byte[] bytes) {
    for (Reading reading : read(suffix, bytes, List.of())) {
      if (reading instanceof Scan scan) {
        assertThat(scan.text().chars().noneMatch(Character::isISOControl)).isTrue();
        assertThat(scan.text().length()).isLessThanOrEqualTo(bytes.length);
      }
    }
  }

  @Property
  void oneFlippedBitNeverPassesTheCheckCharacter(
      @ForAll @From("cardText") String text,
      @ForAll @IntRange(max = 9) int position,
      @ForAll @IntRange(max = 6) int bit) {
    String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
    int sum = text.chars().map(alphabet::indexOf).sum();
    byte[] bytes =
        ("]A1" + text + alphabet.charAt(sum % 43) + "\r").getBytes(StandardCharsets.US_ASCII);
    assertThat(read(Suffix.CR, bytes, List.of()))
        .singleElement()
        .isInstanceOfSatisfying(Scan.class, scan -> assertThat(scan.text()).isEqualTo(text));
    bytes[3 + position] ^= (byte) (1 << bit);
    // A flip into the suffix makes two scans, of which no check character knows.
    Assume.that(bytes[3 + position] != '\r');
    assertThat(read(Suffix.CR, bytes, List.of()))
        .noneMatch(r -> r instanceof Scan scan && scan.text().length() == text.length());
  }

  @Provide
  Arbitrary<byte[]> scannerBytes() {
    Arbitrary<Byte> special = Arbitraries.of(bytes("\r\n\t\2\3]"));
    Arbitrary<Byte> letter = Arbitraries.of(bytes("AQ0123456\\*ab%$"));
    return Arbitraries.oneOf(special, letter, Arbitraries.bytes())
        .array(byte[].class)
        .ofMaxSize(120);
  }

  @Provide
  Arbitrary<String> cardText() {
    return Arbitraries.strings().withCharRange('A', 'Z').numeric().ofLength(10);
  }

  @Provide
  Arbitrary<List<String>> cardTexts() {
    return cardText().list().ofMinSize(1).ofMaxSize(10);
  }

  @Provide
  Arbitrary<String> suffixes() {
    return Arbitraries.of("\r", "\n", "\r\n", "\t", "\3", "\3\2", "\r\n\2");
  }

  private static List<Byte> bytes(String text) {
    return text.chars().mapToObj(c -> (byte) c).toList();
  }

  private static List<Reading> read(Suffix suffix, byte[] bytes, List<Integer> cuts) {
    FrameReader reader = new FrameReader(FrameReaderTest.DESK, Framing.ending(suffix));
    List<Reading> readings = new ArrayList<>();
    int start = 0;
    for (int cut : cuts) {
      int end = Math.min(start + cut, bytes.length);
      readings.addAll(reader.accept(Arrays.copyOfRange(bytes, start, end), end - start, NOW));
      start = end;
    }
    byte[] rest = Arrays.copyOfRange(bytes, start, bytes.length);
    readings.addAll(reader.accept(rest, rest.length, NOW));
    readings.addAll(reader.idle(NOW));
    return readings;
  }
}
