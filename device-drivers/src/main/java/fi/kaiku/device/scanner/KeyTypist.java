package fi.kaiku.device.scanner;

import fi.kaiku.device.scanner.KeyLayout.Level;
import java.util.HashMap;
import java.util.Map;

/** What a text becomes when a scanner types it on one keyboard and it is read as another. Pure. */
final class KeyTypist {
  private static final int LEFT_SHIFT = 0xE1;
  private static final int RIGHT_ALT = 0xE6;
  private static final int SPACE = 0x2C;
  private static final int FIRST_KEY = 0x04;
  private static final int LAST_KEY = 0x64;

  private final KeyLayout setTo;
  private final KeyLayout readAs;
  private final Map<Character, Press> presses = new HashMap<>();

  KeyTypist(KeyLayout setTo, KeyLayout readAs) {
    this.setTo = setTo;
    this.readAs = readAs;
    presses.put(' ', new Press(SPACE, Level.PLAIN));
    for (int usage = FIRST_KEY; usage <= LAST_KEY; usage++) {
      for (Level level : Level.values()) {
        presses.putIfAbsent(setTo.character(usage, level), new Press(usage, level));
      }
    }
  }

  /** A key, and what is held with it. */
  private record Press(int usage, Level level) {
    void on(KeyDecoder keys, StringBuilder seen) {
      int modifier =
          switch (level) {
            case PLAIN -> 0;
            case SHIFT -> LEFT_SHIFT;
            case ALT_GR -> RIGHT_ALT;
          };
      if (modifier != 0) {
        keys.down(modifier);
      }
      seen.append(keys.down(usage));
      keys.up(usage);
      if (modifier != 0) {
        keys.up(modifier);
      }
    }
  }

  /** The text as it arrives; a character that the first keyboard does not have is left out. */
  String seen(String text) {
    if (setTo == readAs) {
      return text;
    }
    KeyDecoder keys = new KeyDecoder(readAs);
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      Press press = presses.get(text.charAt(i));
      if (press != null) {
        press.on(keys, seen);
      }
    }
    return seen.toString();
  }
}
