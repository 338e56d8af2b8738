package fi.kaiku.device.scanner;

import fi.kaiku.device.scanner.Framing.Suffix;
import fi.kaiku.device.scanner.ProbeFinding.Aim;
import fi.kaiku.device.scanner.ProbeFinding.Check;
import fi.kaiku.device.scanner.ProbeFinding.LetterCase;
import fi.kaiku.device.scanner.ProbeFinding.NotUnderstood;
import fi.kaiku.device.scanner.ProbeFinding.Pairs;
import fi.kaiku.device.scanner.ProbeFinding.Understood;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out how a scanner is set from what it sends for the three {@link TestCode}s: tries every
 * combination of settings, the plainest first, until one explains all three. Pure, never throws.
 */
public final class ScannerProbe {
  private static final String STX = "\2";
  private static final String END_MARKS = "\r\n\t\3";
  private static final Map<String, Suffix> SUFFIXES =
      Map.of(
          "", Suffix.NONE,
          "\r", Suffix.CR,
          "\n", Suffix.LF,
          "\r\n", Suffix.CRLF,
          "\t", Suffix.TAB,
          "\3", Suffix.ETX);

  private final KeyLayout readAs;
  private final Set<KeyLayout> settable;

  private ScannerProbe(KeyLayout readAs, Set<KeyLayout> settable) {
    this.readAs = readAs;
    this.settable = settable;
  }

  /** For a scanner that sends characters: serial or HID POS. */
  public static ScannerProbe ofCharacters() {
    return new ScannerProbe(KeyLayout.US, Set.of(KeyLayout.US));
  }

  /** For a scanner that plays a keyboard. */
  public static ScannerProbe ofKeys(KeyLayout readAs) {
    // Read right is the plainest explanation.
    Set<KeyLayout> settable = new LinkedHashSet<>(List.of(readAs));
    settable.addAll(List.of(KeyLayout.values()));
    return new ScannerProbe(readAs, settable);
  }

  /**
   * Explains what came.
   *
   * @param received all that arrived for each code, from silence to silence
   */
  public ProbeFinding explain(Map<TestCode, byte[]> received) {
    Map<TestCode, String> texts = new EnumMap<>(TestCode.class);
    received.forEach((code, bytes) -> texts.put(code, text(bytes)));
    List<String> missing = missing(texts);
    if (!missing.isEmpty()) {
      return new NotUnderstood(missing);
    }
    for (ProbeGuess guess : guesses()) {
      Optional<Understood> understood = tryOut(guess, texts);
      if (understood.isPresent()) {
        return understood.get();
      }
    }
    return new NotUnderstood(
        List.of(
            "No settings known to us explain all three codes: were they the ones of the test sheet,"
                + " in its order?",
            "Reset the scanner to its factory settings and scan them again."));
  }

  private static List<String> missing(Map<TestCode, String> texts) {
    List<String> missing = new ArrayList<>();
    for (TestCode code : TestCode.values()) {
      if (texts.getOrDefault(code, "").isEmpty()) {
        missing.add(
            "Nothing came for code %d of the test sheet (%s): can the scanner read that kind?"
                .formatted(code.number(), code.symbology()));
      }
    }
    return missing;
  }

  /** Readers send UTF-8 or Latin-1. */
  private static String text(byte[] bytes) {
    try {
      return FrameDecoder.strict(bytes, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private List<ProbeGuess> guesses() {
    List<ProbeGuess> guesses = new ArrayList<>();
    for (KeyLayout setTo : settable) {
      KeyTypist typist = new KeyTypist(setTo, readAs);
      for (LetterCase letters : LetterCase.values()) {
        for (Pairs pairs : Pairs.values()) {
          for (Check check : Check.values()) {
            for (Aim aim : Aim.values()) {
              guesses.add(new ProbeGuess(setTo, typist, letters, pairs, check, aim));
            }
          }
        }
      }
    }
    return guesses;
  }

  /** What stands around the first code must stand around the others too. */
  private Optional<Understood> tryOut(ProbeGuess guess, Map<TestCode, String> texts) {
    String first = texts.get(TestCode.ID);
    for (String body : guess.bodies(TestCode.ID)) {
      for (int at = first.indexOf(body); at >= 0; at = first.indexOf(body, at + 1)) {
        String before = first.substring(0, at);
        String after = first.substring(at + body.length());
        if (isEnd(after)
            && explains(guess, TestCode.SIGNS, before, after, texts)
            && explains(guess, TestCode.MIXED, before, after, texts)) {
          return Optional.of(understood(guess, before, after));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isEnd(String after) {
    return after.chars().allMatch(c -> END_MARKS.indexOf(c) >= 0);
  }

  private static boolean explains(
      ProbeGuess guess, TestCode code, String before, String after, Map<TestCode, String> texts) {
    return guess.bodies(code).stream()
        .anyMatch(body -> texts.get(code).equals(before + body + after));
  }

  private Understood understood(ProbeGuess guess, String before, String after) {
    return new Understood(
        before.startsWith(STX) ? before.substring(STX.length()) : before,
        SUFFIXES.getOrDefault(after, Suffix.ANY),
        guess.aim(),
        guess.check(),
        guess.letters(),
        guess.pairs(),
        readAs,
        guess.setTo());
  }
}
