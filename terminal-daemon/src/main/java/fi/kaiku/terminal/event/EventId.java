package fi.kaiku.terminal.event;

import java.util.regex.Pattern;

/** An event's id in the venue's own list and at the hub. */
public record EventId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public EventId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "event id '" + value + "': expected 1-64 letters, digits, '.', '_' and '-'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
