package fi.kaiku.device.scanner;

import fi.kaiku.device.scanner.ProbeFinding.Aim;
import fi.kaiku.device.scanner.ProbeFinding.Check;
import fi.kaiku.device.scanner.ProbeFinding.LetterCase;
import fi.kaiku.device.scanner.ProbeFinding.Pairs;
import java.util.List;
import java.util.stream.Stream;

/** One combination of settings that a scanner may have. Pure. */
record ProbeGuess(
    KeyLayout setTo, KeyTypist typist, LetterCase letters, Pairs pairs, Check check, Aim aim) {

  /** What may arrive for a code, without prefix and suffix; none when the settings can't be. */
  List<String> bodies(TestCode code) {
    String data = data(code);
    return identifiers(code.symbology()).map(id -> typist.seen(letters.of(id + data))).toList();
  }

  private String data(TestCode code) {
    if (code.symbology() != Symbology.CODE_39) {
      return code.text();
    }
    String data = pairs == Pairs.CONVERTED ? Code39.asFullAscii(code.text()) : code.text();
    return check == Check.NOT_SENT ? data : data + Code39.checkCharacter(code.text());
  }

  /** Modifiers 1 and 5 of Code 39 name a check character; all of QR's are seen in the field. */
  private Stream<String> identifiers(Symbology symbology) {
    if (aim == Aim.NOT_SENT) {
      return check == Check.SENT_NAMED ? Stream.empty() : Stream.of("");
    }
    if (symbology != Symbology.CODE_39) {
      return "0123456".chars().mapToObj(modifier -> "]Q" + (char) modifier);
    }
    String modifiers = check == Check.SENT_NAMED ? "15" : "023467";
    return modifiers.chars().mapToObj(modifier -> "]A" + (char) modifier);
  }
}
