package fi.kaiku.device.scanner;

import fi.kaiku.device.scanner.Framing.Suffix;
import fi.kaiku.device.scanner.ProbeFinding.Aim;
import fi.kaiku.device.scanner.ProbeFinding.Check;
import fi.kaiku.device.scanner.ProbeFinding.LetterCase;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** A scanner with these settings that scans the test sheet. */
record ScriptedSettings(String prefix, Suffix suffix, Aim aim, Check check, LetterCase letters) {

  Map<TestCode, byte[]> sendAll() {
    Map<TestCode, byte[]> sent = new EnumMap<>(TestCode.class);
    for (TestCode code : TestCode.values()) {
      sent.put(code, (text(code) + end()).getBytes(StandardCharsets.UTF_8));
    }
    return sent;
  }

  Map<TestCode, byte[]> typeAll(KeyLayout setTo, KeyLayout readAs) {
    Map<TestCode, byte[]> sent = new EnumMap<>(TestCode.class);
    for (TestCode code : TestCode.values()) {
      String typed = KeyDecoderTest.typed(setTo, readAs, text(code));
      sent.put(code, (typed + end()).getBytes(StandardCharsets.UTF_8));
    }
    return sent;
  }

  private String text(TestCode code) {
    boolean code39 = code.symbology() == Symbology.CODE_39;
    String data = code39 && check != Check.NOT_SENT ? code.text() + checkOf(code) : code.text();
    String id = code39 ? (check == Check.SENT_NAMED ? "]A1" : "]A0") : "]Q1";
    // The prefix is sent as it was set, whatever is done to letters.
    return prefix + letters.of((aim == Aim.SENT ? id : "") + data);
  }

  private String end() {
    return switch (suffix) {
      case CR -> "\r";
      case LF -> "\n";
      case CRLF -> "\r\n";
      case TAB -> "\t";
      case ETX -> "\3";
      case NONE -> "";
      case ANY -> "\3\r";
    };
  }

  private static String checkOf(TestCode code) {
    String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
    int sum = 0;
    for (char c : code.text().toCharArray()) {
      sum += alphabet.indexOf(c);
    }
    return "" + alphabet.charAt(sum % 43);
  }
}
