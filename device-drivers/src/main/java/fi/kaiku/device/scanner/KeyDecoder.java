package fi.kaiku.device.scanner;

import fi.kaiku.device.scanner.KeyLayout.Level;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;

/**
 * Makes text of keys going down and up: shift, AltGr, Caps Lock, dead keys, and characters typed by
 * number with Alt held ("ALT mode"). A key that means no text becomes {@link #SUBSTITUTE}, so that
 * the scan is told as garbled instead of losing a character silently. Pure; for the owner thread.
 */
final class KeyDecoder {
  /** ASCII's mark for a character that could not be represented. */
  static final char SUBSTITUTE = 0x1A;

  /** Usages of the modifiers, page 07. */
  static final int LEFT_CONTROL = 0xE0;

  private static final int LEFT_SHIFT = 0xE1;
  private static final int LEFT_ALT = 0xE2;
  private static final int LEFT_GUI = 0xE3;
  private static final int RIGHT_CONTROL = 0xE4;
  private static final int RIGHT_SHIFT = 0xE5;
  private static final int RIGHT_ALT = 0xE6;
  static final int RIGHT_GUI = 0xE7;

  private static final int ENTER = 0x28;
  private static final int TAB = 0x2B;
  private static final int SPACE = 0x2C;
  private static final int CAPS_LOCK = 0x39;
  private static final int NUM_LOCK = 0x53;
  private static final int KEYPAD_FIRST = 0x54;
  private static final int KEYPAD_LAST = 0x63;
  private static final String KEYPAD = "/*-+\r1234567890.";

  /** A character's number has at most four digits, the first a zero. */
  private static final int MOST_ALT_DIGITS = 5;

  private static final Charset ALT_CODES = Charset.forName("IBM437");
  private static final Charset ALT_ZERO_CODES = Charset.forName("windows-1252");

  private final KeyLayout layout;
  private final Set<Integer> modifiers = new HashSet<>();
  private final StringBuilder altDigits = new StringBuilder();
  private boolean capsLock;
  private char dead;

  KeyDecoder(KeyLayout layout) {
    this.layout = layout;
  }

  /** A key goes down; returns the text that it completes. */
  String down(int usage) {
    if (isModifier(usage)) {
      modifiers.add(usage);
      return "";
    }
    if (usage == CAPS_LOCK) {
      capsLock = !capsLock;
      return "";
    }
    if (usage == NUM_LOCK) {
      return "";
    }
    char keypad = keypad(usage);
    if (modifiers.contains(LEFT_ALT)) {
      return altKey(keypad);
    }
    return composed(keypad != 0 ? keypad : character(usage));
  }

  /** A key goes up; returns the text that it completes (the end of a number typed with Alt). */
  String up(int usage) {
    modifiers.remove(usage);
    if (usage != LEFT_ALT || altDigits.isEmpty()) {
      return "";
    }
    int code = Integer.parseInt(altDigits, 0, altDigits.length(), 10);
    Charset charset = altDigits.charAt(0) == '0' ? ALT_ZERO_CODES : ALT_CODES;
    altDigits.setLength(0);
    return new String(new byte[] {(byte) code}, charset);
  }

  /** The scan ended: what only made sense within it is forgotten. */
  void endScan() {
    capsLock = false;
    dead = 0;
    altDigits.setLength(0);
  }

  /** Keys were lost: nothing is known any more of which are down. */
  void forget() {
    modifiers.clear();
    endScan();
  }

  private static boolean isModifier(int usage) {
    return usage >= LEFT_CONTROL && usage <= RIGHT_GUI;
  }

  private String altKey(char keypad) {
    if (keypad < '0' || keypad > '9' || altDigits.length() == MOST_ALT_DIGITS) {
      return String.valueOf(SUBSTITUTE);
    }
    altDigits.append(keypad);
    return "";
  }

  private static char keypad(int usage) {
    boolean on = usage >= KEYPAD_FIRST && usage <= KEYPAD_LAST;
    return on ? KEYPAD.charAt(usage - KEYPAD_FIRST) : 0;
  }

  private char character(int usage) {
    if (modifiers.contains(LEFT_GUI) || modifiers.contains(RIGHT_GUI)) {
      return SUBSTITUTE;
    }
    return switch (usage) {
      case ENTER -> '\r';
      case TAB -> '\t';
      case SPACE -> ' ';
      default -> printed(usage);
    };
  }

  private char printed(int usage) {
    boolean shift = modifiers.contains(LEFT_SHIFT) || modifiers.contains(RIGHT_SHIFT);
    boolean altGr = modifiers.contains(RIGHT_ALT);
    char plain = layout.character(usage, Level.PLAIN);
    boolean upper = shift != (capsLock && Character.isLetter(plain));
    char c =
        altGr
            ? layout.character(usage, Level.ALT_GR)
            : upper ? layout.character(usage, Level.SHIFT) : plain;
    boolean control = modifiers.contains(LEFT_CONTROL) || modifiers.contains(RIGHT_CONTROL);
    if (control && Character.isLetter(c) && c < 0x80) {
      // Scanners send STX and the like as Ctrl+B.
      return (char) (c & 0x1F);
    }
    return c == 0 || control ? SUBSTITUTE : c;
  }

  /** A dead key waits for the next one, as on a typewriter. */
  private String composed(char c) {
    boolean isDead = Character.getType(c) == Character.NON_SPACING_MARK;
    if (dead == 0) {
      dead = isDead ? c : 0;
      return isDead ? "" : String.valueOf(c);
    }
    char accent = dead;
    dead = 0;
    if (c == ' ' || c == accent) {
      return String.valueOf(spacing(accent));
    }
    String together = Normalizer.normalize("" + c + accent, Normalizer.Form.NFC);
    return together.length() == 1
        ? together
        : spacing(accent) + (isDead ? "" + spacing(c) : "" + c);
  }

  private static char spacing(char accent) {
    return switch (accent) {
      case '\u0300' -> '`';
      case '\u0301' -> '´';
      case '\u0302' -> '^';
      case '\u0303' -> '~';
      default -> '¨';
    };
  }
}
