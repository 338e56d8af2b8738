package fi.kaiku.hub.use;

import java.util.HexFormat;

/** Tells contents apart; keyed, so that a card's id can't be tried out on it. */
record Digest(String hex) {
  static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(bytes));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
