package fi.kaiku.device;

import java.util.regex.Pattern;

/**
 * The name a technician gave to a scanner or printer in {@code terminal.yaml}: stable over re-plugs
 * and restarts, shown on screen and in logs.
 */
public record DeviceName(String value) implements Comparable<DeviceName> {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  public DeviceName {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "device name '"
              + value
              + "': expected 1-32 small letters, digits and hyphens, such as 'desk-1'");
    }
  }

  @Override
  public int compareTo(DeviceName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
