package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceName;
import java.time.Instant;
import java.util.Objects;

/**
 * One well-formed scan. The text may be a card id or somebody's personal identity code: it is never
 * logged, and {@link #toString()} tells its length only (R3, R28).
 *
 * @param aim the AIM identifier with its bracket, such as {@code ]A0}; empty when none was sent
 * @param text the decoded data without prefix, suffix and checked check character
 */
public record Scan(DeviceName device, Instant at, Symbology symbology, String aim, String text)
    implements Reading {

  public Scan {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(symbology, "symbology");
    Objects.requireNonNull(aim, "aim");
    Objects.requireNonNull(text, "text");
  }

  @Override
  public String toString() {
    return "Scan[" + device + " " + symbology + aim + ", " + text.length() + " characters]";
  }
}
