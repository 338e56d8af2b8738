package fi.kaiku.device.printer;

import fi.kaiku.device.printer.PrinterProfile.Abilities;
import fi.kaiku.device.printer.PrinterProfile.Confirmation;
import fi.kaiku.device.printer.PrinterProfile.Cutter;
import fi.kaiku.device.printer.PrinterProfile.Drawer;
import fi.kaiku.device.printer.PrinterProfile.Marks;
import fi.kaiku.device.printer.PrinterProfile.Mechanics;
import fi.kaiku.device.printer.PrinterProfile.Paper;
import fi.kaiku.device.printer.PrinterProfile.QrWay;
import fi.kaiku.device.printer.PrinterProfile.StatusWay;
import fi.kaiku.device.printer.PrinterProfile.TextPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The file of printer profiles: a section {@code [name]} for each model, in it lines {@code key =
 * value | source}. All keys are required, unknown ones and values without a source are refused, so
 * that nobody guesses.
 */
final class ProfileFile {
  private static final String SHIPPED = "printer-profiles.conf";
  private static final Set<String> KEYS =
      Set.of(
          "paper-dots",
          "columns",
          "code-page",
          "cutter",
          "drawer",
          "status",
          "confirmation",
          "qr",
          "names",
          "usb");

  private final Map<String, PrinterProfile> profiles;

  private ProfileFile(Map<String, PrinterProfile> profiles) {
    this.profiles = profiles;
  }

  /** The profiles that come with the program. */
  static ProfileFile shipped() {
    try (InputStream in = ProfileFile.class.getResourceAsStream(SHIPPED)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException damagedProgram) {
      throw new UncheckedIOException("can't read " + SHIPPED, damagedProgram);
    }
  }

  PrinterProfile named(String name) {
    PrinterProfile profile = profiles.get(name);
    if (profile == null) {
      throw new IllegalArgumentException(
          "printer profile '" + name + "': expected one of " + String.join(", ", names()));
    }
    return profile;
  }

  List<PrinterProfile> all() {
    return List.copyOf(profiles.values());
  }

  Collection<String> names() {
    return profiles.keySet();
  }

  static ProfileFile parse(String text) {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    Map<String, String> section = null;
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = raw.strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        section = new LinkedHashMap<>();
        if (sections.put(line.substring(1, line.length() - 1), section) != null) {
          throw wrong(number, "the profile " + line + " stands twice");
        }
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        readValue(section, line, number);
      }
    }
    Map<String, PrinterProfile> profiles = new LinkedHashMap<>();
    sections.forEach((name, values) -> profiles.put(name, profile(name, values)));
    return new ProfileFile(profiles);
  }

  private static void readValue(Map<String, String> section, String line, int number) {
    int equals = line.indexOf('=');
    int bar = line.indexOf('|');
    if (section == null || equals < 0 || bar < equals || line.substring(bar + 1).isBlank()) {
      throw wrong(number, "expected 'key = value | source' in a section");
    }
    String key = line.substring(0, equals).strip();
    if (!KEYS.contains(key)) {
      throw wrong(number, "unknown key '" + key + "', expected one of " + new TreeSet<>(KEYS));
    }
    if (section.put(key, line.substring(equals + 1, bar).strip()) != null) {
      throw wrong(number, "'" + key + "' stands twice");
    }
  }

  private static IllegalArgumentException wrong(int line, String what) {
    return new IllegalArgumentException("printer profiles, line " + line + ": " + what);
  }

  private static PrinterProfile profile(String name, Map<String, String> values) {
    Set<String> missing = new TreeSet<>(KEYS);
    missing.removeAll(values.keySet());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("printer profile '" + name + "' lacks " + missing);
    }
    return new PrinterProfile(
        name,
        new Paper(number(values, "paper-dots"), number(values, "columns")),
        textPage(values.get("code-page")),
        new Mechanics(
            choice(Cutter.class, values.get("cutter")), choice(Drawer.class, values.get("drawer"))),
        new Abilities(
            choice(StatusWay.class, values.get("status")),
            choice(Confirmation.class, values.get("confirmation")),
            qr(values.get("qr"))),
        new Marks(list(values.get("names")), list(values.get("usb"))));
  }

  private static QrWay qr(String value) {
    String[] parts = wordAndNumber(value);
    return new QrWay(choice(QrWay.DrawnBy.class, parts[0]), Integer.parseInt(parts[1].strip()));
  }

  private static String[] wordAndNumber(String value) {
    String[] parts = value.split(" ", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("'" + value + "': expected a word and a number");
    }
    return parts;
  }

  /** Commas between; a hyphen for none. */
  private static Set<String> list(String value) {
    return value.equals("-")
        ? Set.of()
        : Arrays.stream(value.split(",", -1)).map(String::strip).collect(Collectors.toSet());
  }

  private static TextPage textPage(String value) {
    String[] parts = wordAndNumber(value);
    return new TextPage(choice(CodePage.class, parts[0]), Integer.parseInt(parts[1].strip()));
  }

  private static int number(Map<String, String> values, String key) {
    return Integer.parseInt(values.get(key));
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String value) {
    return Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
