package fi.kaiku.hub.venue;

import java.util.regex.Pattern;

/** What ids and titles look like, the same as on the terminals. */
enum Names {
  VENUE("[a-z0-9][a-z0-9-]{0,63}", "1-64 small letters, digits and hyphens"),
  EVENT("[A-Za-z0-9][A-Za-z0-9._-]{0,63}", "1-64 letters, digits, '.', '_' and '-'"),
  TITLE("\\P{Cc}{1,120}", "1-120 characters");

  private final Pattern shape;
  private final String expected;

  Names(String shape, String expected) {
    this.shape = Pattern.compile(shape);
    this.expected = expected;
  }

  void check(String field, String text) {
    if (!shape.matcher(text).matches()) {
      throw new IllegalArgumentException(field + ": expected " + expected);
    }
  }
}
