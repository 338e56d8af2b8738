package fi.kaiku.terminal.admission;

import java.util.regex.Pattern;

/** A place where cards are read: one desk or one kiosk, with its own scanner and printer. */
public record StationName(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  public StationName {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "station name '"
              + value
              + "': expected 1-32 small letters, digits and hyphens, such as 'desk-1'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
