package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/**
 * One well-formed scan. The text may be a card id or somebody's personal identity code: it is never
 * logged, and {@link #toString()} tells its length only (R3, R28).
 *
 * @param aim the AIM identifier: bracket, symbology, modifier, such as {@code ]A0}; empty when none
 *     was sent
 * @param text the decoded data without prefix, suffix and checked check character
 * @param raw what the scanner sent, before decoding
 */
public record Scan(
    DeviceName device, Instant at, Symbology symbology, String aim, String text, ScanBytes raw)
    implements Reading {

  public Scan {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(symbology, "symbology");
    Objects.requireNonNull(aim, "aim");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(raw, "raw");
  }

  /** A scan whose bytes are its text: nothing was stripped, checked or unescaped. */
  public static Scan plain(
      DeviceName device, Instant at, Symbology symbology, String aim, String text) {
    byte[] sent = (aim + text).getBytes(StandardCharsets.UTF_8);
    return new Scan(device, at, symbology, aim, text, new ScanBytes(sent));
  }

  @Override
  public String toString() {
    return "Scan[" + device + " " + symbology + aim + ", " + text.length() + " characters]";
  }
}
