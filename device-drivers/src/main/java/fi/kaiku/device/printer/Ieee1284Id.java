package fi.kaiku.device.printer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a printer says it is (IEEE 1284 device id): {@code MFG:EPSON;MDL:TM-T20III;CMD:ESC/POS;}.
 * Keys come short or long, in any order; what a printer leaves out is empty.
 */
public record Ieee1284Id(String maker, String model, String commands) {

  /** Never throws: of rubbish nothing is known. */
  static Ieee1284Id parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : text.split(";", -1)) {
      int colon = part.indexOf(':');
      if (colon > 0) {
        values.putIfAbsent(
            part.substring(0, colon).strip().toUpperCase(Locale.ROOT),
            part.substring(colon + 1).strip());
      }
    }
    return new Ieee1284Id(
        first(values, "MFG", "MANUFACTURER"),
        first(values, "MDL", "MODEL"),
        first(values, "CMD", "COMMAND SET"));
  }

  private static String first(Map<String, String> values, String shortKey, String longKey) {
    return values.getOrDefault(shortKey, values.getOrDefault(longKey, ""));
  }

  /** Star's own command language, which is not ESC/POS. */
  public boolean speaksStar() {
    return commands.toUpperCase(Locale.ROOT).contains("STAR");
  }
}
