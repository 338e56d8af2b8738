package fi.kaiku.device.scanner;

import fi.kaiku.device.scanner.Framing.Suffix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a scanner turned out to be set, or why that can't be told. */
public sealed interface ProbeFinding {

  /** For a technician, a sentence a line. */
  List<String> words();

  /**
   * All three codes are explained by these settings.
   *
   * @param prefix what comes before each code, as it arrives; empty when nothing
   * @param suffix {@link Suffix#ANY} when several end marks come
   * @param readAs the keyboard that its keys were read as, and {@code setTo} the one it plays: the
   *     same for a scanner that sends characters
   */
  record Understood(
      String prefix,
      Suffix suffix,
      Aim aim,
      Check check,
      LetterCase letters,
      Pairs pairs,
      KeyLayout readAs,
      KeyLayout setTo)
      implements ProbeFinding {

    /** The lines for this scanner in {@code terminal.yaml}. */
    public List<String> settings() {
      List<String> lines = new ArrayList<>();
      lines.add("suffix: " + lower(suffix));
      if (setTo != readAs) {
        lines.add("layout: " + lower(setTo));
      }
      return lines;
    }

    /** Whether every card is read right once {@link #settings()} stand in {@code terminal.yaml}. */
    public boolean isUsable() {
      return prefix.isEmpty() && check != Check.SENT_UNNAMED;
    }

    /** The same for a program with words of its own: what was found out, each with its value. */
    public List<Fact> facts() {
      List<Fact> facts = new ArrayList<>();
      facts.add(Fact.of("suffix", suffix));
      if (!prefix.isEmpty()) {
        facts.add(new Fact("prefix", prefix));
      }
      if (setTo != readAs) {
        facts.add(Fact.of("layout", setTo));
      }
      facts.add(Fact.of("aim", aim));
      facts.add(Fact.of("check", check));
      if (letters != LetterCase.AS_PRINTED) {
        facts.add(Fact.of("letters", letters));
      }
      if (pairs == Pairs.CONVERTED) {
        facts.add(Fact.of("pairs", pairs));
      }
      facts.add(new Fact("cards", isUsable() ? "readable" : "unreadable"));
      return facts;
    }

    @Override
    public List<String> words() {
      List<String> words = new ArrayList<>();
      words.add(
          switch (suffix) {
            case NONE -> "It sends nothing after a code: only silence ends a scan. Set it to CR.";
            case ANY -> "It ends each code with several marks; the first one ends the scan.";
            case CR, LF, CRLF, TAB, ETX -> "It ends each code with " + suffix + ".";
          });
      if (!prefix.isEmpty()) {
        words.add(
            "It puts '%s' before each code: switch that prefix off, a card's id has none."
                .formatted(prefix));
      }
      if (setTo != readAs) {
        words.add(
            "It plays a %s keyboard and was read as a %s one, so signs arrive as others."
                .formatted(setTo, readAs));
      }
      words.add(aim.words);
      words.add(check.words);
      if (letters != LetterCase.AS_PRINTED) {
        words.add(letters.words);
      }
      if (pairs == Pairs.CONVERTED) {
        words.add("It reads Code 39 as Full ASCII: harmless for cards, switch it off if you can.");
      }
      words.add(
          isUsable()
              ? "Write into terminal.yaml: " + String.join(", ", settings()) + "."
              : "Cards will not be read until that is changed in the scanner.");
      return words;
    }

    private static String lower(Enum<?> word) {
      return word.name().toLowerCase(Locale.ROOT);
    }
  }

  /** No settings that we know of explain what came. */
  record NotUnderstood(List<String> words) implements ProbeFinding {
    public NotUnderstood {
      words = List.copyOf(words);
    }
  }

  /** One thing that was found out, as names on a wire. */
  record Fact(String name, String value) {
    private static Fact of(String name, Enum<?> value) {
      return new Fact(name, value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  /** AIM identifiers. */
  enum Aim {
    SENT("It names the kind of each code (AIM identifier)."),
    NOT_SENT(
        "It does not name the kind of a code: switch AIM identifiers on, so that other codes are"
            + " told from cards.");

    private final String words;

    Aim(String words) {
      this.words = words;
    }
  }

  /** The check character of Code 39. */
  enum Check {
    NOT_SENT("It sends no check character."),
    SENT_NAMED("It sends the check character and says so: it is verified and dropped."),
    SENT_UNNAMED(
        "It sends Code 39's check character without saying so, and every id gets a character too"
            + " many: switch that off, or AIM identifiers on.");

    private final String words;

    Check(String words) {
      this.words = words;
    }
  }

  /** What it does to letters. */
  enum LetterCase {
    AS_PRINTED(""),
    SWAPPED(
        "It turns capitals to small letters and small ones to capitals (Caps Lock): harmless for"
            + " cards."),
    SMALL("It turns capitals to small letters: harmless for cards."),
    CAPITAL("It turns small letters to capitals: harmless for cards.");

    private final String words;

    LetterCase(String words) {
      this.words = words;
    }

    String of(String text) {
      return switch (this) {
        case AS_PRINTED -> text;
        case SMALL -> text.toLowerCase(Locale.ROOT);
        case CAPITAL -> text.toUpperCase(Locale.ROOT);
        case SWAPPED -> swapped(text);
      };
    }

    private static String swapped(String text) {
      StringBuilder other = new StringBuilder(text);
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        other.setCharAt(
            i, Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
      }
      return other.toString();
    }
  }

  /** Pairs of Code 39 that mean one character in its Full ASCII form. */
  enum Pairs {
    KEPT,
    CONVERTED
  }
}
