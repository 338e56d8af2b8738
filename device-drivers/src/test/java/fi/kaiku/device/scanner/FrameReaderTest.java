package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.scanner.Framing.Suffix;
import fi.kaiku.device.scanner.UnreadableScan.Cause;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FrameReaderTest {
  static final DeviceName DESK = new DeviceName("desk-1");
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant LATER = NOW.plusMillis(150);

  /** Samples: framing, bytes as Latin-1 text, what comes out. */
  static Stream<Arguments> samples() {
    return Stream.of(
        sample(Suffix.ANY, "ABC1234567\r", scan(Symbology.UNKNOWN, "", "ABC1234567")),
        sample(Suffix.ANY, "ABC1234567\n", scan(Symbology.UNKNOWN, "", "ABC1234567")),
        sample(Suffix.ANY, "ABC1234567\r\n", scan(Symbology.UNKNOWN, "", "ABC1234567")),
        sample(Suffix.ANY, "ABC1234567\t", scan(Symbology.UNKNOWN, "", "ABC1234567")),
        sample(Suffix.ANY, "\2ABC1234567\3", scan(Symbology.UNKNOWN, "", "ABC1234567")),
        sample(Suffix.ANY, "\2ABC1234567\3\r\n", scan(Symbology.UNKNOWN, "", "ABC1234567")),
        sample(Suffix.ANY, "\2ABC1234567\r\3", scan(Symbology.UNKNOWN, "", "ABC1234567")),
        sample(Suffix.ANY, "\r\n\r\n\t", new String[0]),
        sample(
            Suffix.ANY,
            "A\rB\r\nC\t",
            scan(Symbology.UNKNOWN, "", "A"),
            scan(Symbology.UNKNOWN, "", "B"),
            scan(Symbology.UNKNOWN, "", "C")),
        sample(Suffix.CR, "]A0ABC1234567\r", scan(Symbology.CODE_39, "]A0", "ABC1234567")),
        sample(Suffix.CR, "]A3ABC1234567\r\n", scan(Symbology.CODE_39, "]A3", "ABC1234567")),
        sample(Suffix.CR, "]A2ABC1234567\r", scan(Symbology.CODE_39, "]A2", "ABC1234567")),
        sample(Suffix.CR, "]A0*ABC1234567*\r", scan(Symbology.CODE_39, "]A0", "ABC1234567")),
        sample(Suffix.CR, "*ABC1234567*\r", scan(Symbology.UNKNOWN, "", "ABC1234567")),
        sample(Suffix.CR, "*abc*\r", scan(Symbology.UNKNOWN, "", "*abc*")),
        sample(Suffix.CR, "]Q1*ABC*\r", scan(Symbology.QR, "]Q1", "*ABC*")),
        sample(Suffix.CR, "]A4*ABC*\r", scan(Symbology.CODE_39, "]A4", "*ABC*")),
        sample(Suffix.CR, "*\r", scan(Symbology.UNKNOWN, "", "*")),
        // 123XYZ with M: the worked example of the Worth Data manual, p. 88.
        sample(Suffix.CR, "]A1123XYZM\r", scan(Symbology.CODE_39, "]A1", "123XYZ")),
        sample(Suffix.CR, "]A1*123XYZM*\r", scan(Symbology.CODE_39, "]A1", "123XYZ")),
        sample(Suffix.CR, "]A1123XYZN\r", unreadable(Cause.WRONG_CHECK_CHARACTER, 10)),
        sample(Suffix.CR, "]A1132XYAM\r", unreadable(Cause.WRONG_CHECK_CHARACTER, 10)),
        sample(Suffix.CR, "]A1M\r", unreadable(Cause.WRONG_CHECK_CHARACTER, 4)),
        sample(Suffix.CR, "]A1\r", unreadable(Cause.WRONG_CHECK_CHARACTER, 3)),
        sample(Suffix.CR, "]A1123xyzM\r", unreadable(Cause.WRONG_CHECK_CHARACTER, 10)),
        // Full ASCII: "a" is +A, 41 + 10 = 51, 51 mod 43 = 8.
        sample(Suffix.CR, "]A5a8\r", scan(Symbology.CODE_39, "]A5", "a")),
        sample(Suffix.CR, "]A5123XYZM\r", scan(Symbology.CODE_39, "]A5", "123XYZ")),
        sample(Suffix.CR, "]A5a9\r", unreadable(Cause.WRONG_CHECK_CHARACTER, 5)),
        sample(Suffix.CR, "]Q0ABC1234567\r", scan(Symbology.QR, "]Q0", "ABC1234567")),
        sample(Suffix.CR, "]Q1ABC1234567\r", scan(Symbology.QR, "]Q1", "ABC1234567")),
        sample(Suffix.CR, "]Q2\\000026ABC1234567\r", scan(Symbology.QR, "]Q2", "ABC1234567")),
        sample(Suffix.CR, "]Q2a\\\\b\r", scan(Symbology.QR, "]Q2", "a\\b")),
        sample(Suffix.CR, "]Q2a\\b\\\r", scan(Symbology.QR, "]Q2", "a\\b\\")),
        sample(Suffix.CR, "]Q2\\\\000026\r", scan(Symbology.QR, "]Q2", "\\000026")),
        sample(
            Suffix.CR, "]Q4\\000003\u00e5\\000026\u00c3\u00a5\r", scan(Symbology.QR, "]Q4", "åå")),
        sample(Suffix.CR, "]Q6\\000023\u0080\r", scan(Symbology.QR, "]Q6", "€")),
        sample(Suffix.CR, "]Q2\\000020ABC\r", unreadable(Cause.GARBLED, 13)),
        sample(Suffix.CR, "]Q1\\000020ABC\r", scan(Symbology.QR, "]Q1", "\\000020ABC")),
        sample(Suffix.CR, "]E05901234123457\r", scan(Symbology.OTHER, "]E0", "5901234123457")),
        sample(Suffix.CR, "]X0ABCDEF\r", scan(Symbology.OTHER, "]X0", "ABCDEF")),
        sample(Suffix.CR, "]A0\r", scan(Symbology.CODE_39, "]A0", "")),
        sample(Suffix.CR, "]\r", scan(Symbology.UNKNOWN, "", "]")),
        sample(Suffix.CR, "]A\r", scan(Symbology.UNKNOWN, "", "]A")),
        sample(Suffix.CR, "]1AB\r", scan(Symbology.UNKNOWN, "", "]1AB")),
        sample(Suffix.CR, "]A-B\r", scan(Symbology.UNKNOWN, "", "]A-B")),
        sample(Suffix.CR, "\u00c3\u00a5\u00c3\u00a4\r", scan(Symbology.UNKNOWN, "", "åä")),
        sample(Suffix.CR, " ABC \r", scan(Symbology.UNKNOWN, "", " ABC ")),
        sample(Suffix.CR, "line 1\nline 2\r", unreadable(Cause.GARBLED, 13)),
        sample(Suffix.CR, "ABC\u0000DEF\r", unreadable(Cause.GARBLED, 7)),
        sample(Suffix.CR, "ABC\u007f\r", unreadable(Cause.GARBLED, 4)),
        sample(Suffix.CR, "\u00e5\u00e4\u00f6\r", unreadable(Cause.GARBLED, 3)),
        sample(Suffix.CR, "\u00c3\r", unreadable(Cause.GARBLED, 1)),
        sample(Suffix.CR, "\u00c0\u0080\r", unreadable(Cause.GARBLED, 2)),
        sample(Suffix.CR, "\u00ed\u00a0\u0080\r", unreadable(Cause.GARBLED, 3)),
        sample(Suffix.CR, "\u00c2\u0085\r", unreadable(Cause.GARBLED, 2)),
        sample(
            Suffix.LF,
            "A\nB\n",
            scan(Symbology.UNKNOWN, "", "A"),
            scan(Symbology.UNKNOWN, "", "B")),
        sample(Suffix.LF, "A\r\n", scan(Symbology.UNKNOWN, "", "A")),
        sample(
            Suffix.CRLF,
            "A\r\nB\r\n",
            scan(Symbology.UNKNOWN, "", "A"),
            scan(Symbology.UNKNOWN, "", "B")),
        sample(Suffix.CRLF, "A\rB\r\n", unreadable(Cause.GARBLED, 3)),
        sample(
            Suffix.TAB,
            "A\tB\t",
            scan(Symbology.UNKNOWN, "", "A"),
            scan(Symbology.UNKNOWN, "", "B")),
        sample(
            Suffix.ETX,
            "\2A\3\r\n\2B\3",
            scan(Symbology.UNKNOWN, "", "A"),
            scan(Symbology.UNKNOWN, "", "B")));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void framesBecomeReadings(Suffix suffix, String bytes, List<String> expected) {
    assertThat(described(readInChunks(suffix, latin(bytes), bytes.length()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySplitPointGivesTheSame(Suffix suffix, String bytes, List<String> expected) {
    byte[] all = latin(bytes);
    for (int split = 0; split <= all.length; split++) {
      FrameReader reader = reader(suffix);
      List<Reading> readings = new ArrayList<>(reader.accept(all, split, NOW));
      byte[] rest = Arrays.copyOfRange(all, split, all.length);
      readings.addAll(reader.accept(rest, rest.length, NOW));
      assertThat(described(readings)).as("split at %d", split).isEqualTo(expected);
      assertThat(reader.midFrame()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyChunkSizeGivesTheSame(Suffix suffix, String bytes, List<String> expected) {
    for (int chunk = 1; chunk <= bytes.length(); chunk++) {
      assertThat(described(readInChunks(suffix, latin(bytes), chunk))).isEqualTo(expected);
    }
  }

  /** A damaged frame never spoils the next one, and never comes out as the undamaged text. */
  @ParameterizedTest
  @MethodSource("samples")
  void everyCutTellsOfItselfAndLeavesTheNextScanWhole(
      Suffix suffix, String bytes, List<String> expected) {
    byte[] all = latin(bytes);
    for (int cut = 0; cut < all.length; cut++) {
      FrameReader reader = reader(suffix);
      List<Reading> readings = new ArrayList<>(reader.accept(all, cut, NOW));
      boolean open = reader.midFrame();
      List<Reading> told = reader.cut(LATER);
      assertThat(told).hasSize(open ? 1 : 0);
      assertThat(told).allMatch(UnreadableScan.class::isInstance);
      readings.clear();
      byte[] next = latin("NEXT" + ending(suffix));
      readings.addAll(reader.accept(next, next.length, LATER));
      readings.addAll(reader.idle(LATER));
      assertThat(described(readings)).containsExactly(scan(Symbology.UNKNOWN, "", "NEXT"));
    }
  }

  @ParameterizedTest
  @EnumSource(Suffix.class)
  void silenceEndsAScanWithoutSuffix(Suffix suffix) {
    FrameReader reader = reader(suffix);
    byte[] bytes = latin("]A0ABC1234567");
    assertThat(reader.accept(bytes, bytes.length, NOW)).isEmpty();
    assertThat(reader.midFrame()).isTrue();
    assertThat(reader.idle(LATER))
        .containsExactly(Scan.plain(DESK, LATER, Symbology.CODE_39, "]A0", "ABC1234567"));
    assertThat(reader.idle(LATER)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Suffix.class)
  void silenceForgivesAnotherSuffixThanTheOneSet(Suffix suffix) {
    for (String sent : List.of("\r", "\n", "\r\n", "\t", "\3")) {
      FrameReader reader = reader(suffix);
      byte[] bytes = latin("ABC" + sent);
      List<Reading> readings = new ArrayList<>(reader.accept(bytes, bytes.length, NOW));
      readings.addAll(reader.idle(LATER));
      assertThat(described(readings)).containsExactly(scan(Symbology.UNKNOWN, "", "ABC"));
    }
  }

  @Test
  void theLongestCodeThereIsComesOutWhole() {
    String digits = "7".repeat(FrameReader.LONGEST_DATA);
    assertThat(described(readInChunks(Suffix.CR, latin("]Q1" + digits + "\r"), 512)))
        .containsExactly(scan(Symbology.QR, "]Q1", digits));
  }

  @Test
  void aLongerOneIsOverlongAndToldWhenItEnds() {
    int length = FrameReader.LONGEST_FRAME + 1;
    byte[] bytes = latin("7".repeat(length) + "\rNEXT\r");
    for (int chunk : List.of(1, 64, 512, bytes.length)) {
      assertThat(described(readInChunks(Suffix.CR, bytes, chunk)))
          .containsExactly(unreadable(Cause.OVERLONG, length), scan(Symbology.UNKNOWN, "", "NEXT"));
    }
  }

  @Test
  void anEndlessOneIsToldOnceAndIsAFaultUntilItStops() {
    FrameReader reader = reader(Suffix.CR);
    byte[] chunk = latin("7".repeat(1_024));
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      readings.addAll(reader.accept(chunk, chunk.length, NOW));
    }
    assertThat(described(readings)).containsExactly(unreadable(Cause.OVERLONG, FrameReader.JABBER));
    assertThat(reader.jabbering()).isTrue();
    byte[] next = latin("\rNEXT\r");
    assertThat(described(reader.accept(next, next.length, NOW)))
        .containsExactly(scan(Symbology.UNKNOWN, "", "NEXT"));
    assertThat(reader.jabbering()).isFalse();
  }

  @Test
  void aBrokenLineSpoilsTheOpenScanOnly() {
    FrameReader reader = reader(Suffix.CR);
    byte[] half = latin("ABC\rABC1234567");
    assertThat(reader.accept(half, half.length, NOW)).hasSize(1);
    assertThat(reader.cut(LATER))
        .containsExactly(new UnreadableScan(DESK, LATER, Cause.GARBLED, 10));
    assertThat(reader.cut(LATER)).isEmpty();
  }

  @Test
  void onlyTheCountedBytesOfTheBufferAreRead() {
    assertThat(described(reader(Suffix.CR).accept(latin("A\rB\rC\r"), 2, NOW)))
        .containsExactly(scan(Symbology.UNKNOWN, "", "A"));
  }

  @Test
  void aReadingNeverShowsItsText() {
    assertThat(readInChunks(Suffix.CR, latin("]A0ABC1234567\r"), 99).toString())
        .doesNotContain("ABC")
        .contains("10 characters");
  }

  @Test
  void anIdleTimeOutOutsideItsRangeIsRefused() {
    for (Duration wrong : List.of(Duration.ZERO, Duration.ofMillis(19), Duration.ofSeconds(6))) {
      assertThatThrownBy(() -> new Framing(Suffix.CR, wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong.toString());
    }
  }

  private static FrameReader reader(Suffix suffix) {
    return new FrameReader(DESK, Framing.ending(suffix));
  }

  private static List<Reading> readInChunks(Suffix suffix, byte[] bytes, int size) {
    FrameReader reader = reader(suffix);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < bytes.length; i += size) {
      byte[] chunk = Arrays.copyOfRange(bytes, i, Math.min(i + size, bytes.length));
      readings.addAll(reader.accept(chunk, chunk.length, NOW));
    }
    return readings;
  }

  private static String ending(Suffix suffix) {
    return switch (suffix) {
      case ANY, CR -> "\r";
      case LF -> "\n";
      case CRLF -> "\r\n";
      case TAB -> "\t";
      case ETX -> "\3";
      case NONE -> "";
    };
  }

  private static Arguments sample(Suffix suffix, String bytes, String... expected) {
    return Arguments.of(suffix, bytes, List.of(expected));
  }

  private static String scan(Symbology symbology, String aim, String text) {
    return symbology + " " + aim + " <" + text + ">";
  }

  private static String unreadable(Cause cause, int length) {
    return cause + " " + length;
  }

  private static List<String> described(List<Reading> readings) {
    return readings.stream().map(FrameReaderTest::described).toList();
  }

  private static String described(Reading reading) {
    return switch (reading) {
      case Scan scan -> scan(scan.symbology(), scan.aim(), scan.text());
      case UnreadableScan unreadable -> unreadable(unreadable.cause(), unreadable.length());
    };
  }

  private static byte[] latin(String bytes) {
    Charset latin = StandardCharsets.ISO_8859_1;
    return bytes.getBytes(latin);
  }
}
