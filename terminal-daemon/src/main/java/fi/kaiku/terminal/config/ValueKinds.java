package fi.kaiku.terminal.config;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.terminal.admission.StationName;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of value that the file holds. */
final class ValueKinds {
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,3})?");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final int TEXT_MAX = 120;

  /** Bits per second that serial readers and printers can be set to. */
  private static final List<String> BAUDS =
      List.of("1200", "2400", "4800", "9600", "19200", "38400", "57600", "115200");

  /** As most of them leave the factory. */
  static final int BAUD_DEFAULT = 9_600;

  private ValueKinds() {}

  static ValueKind<String> id() {
    return matching(ID, "1-64 small letters, digits and hyphens");
  }

  static ValueKind<String> text() {
    return new ValueKind<>(
        "1-" + TEXT_MAX + " characters",
        text -> {
          require(!text.isBlank() && text.length() <= TEXT_MAX);
          require(text.chars().noneMatch(Character::isISOControl));
          return text.strip();
        });
  }

  static ValueKind<Integer> whole(int least, int most) {
    return new ValueKind<>(
        "a whole number from " + least + " to " + most,
        text -> {
          require(WHOLE.matcher(text).matches());
          int number = Integer.parseInt(text);
          require(number >= least && number <= most);
          return number;
        });
  }

  /** With a point and at most three decimals. */
  static ValueKind<BigDecimal> decimal(BigDecimal least, BigDecimal most) {
    return new ValueKind<>(
        "a number from " + least + " to " + most,
        text -> {
          require(DECIMAL.matcher(text).matches());
          BigDecimal number = new BigDecimal(text);
          require(number.compareTo(least) >= 0 && number.compareTo(most) <= 0);
          return number;
        });
  }

  static ValueKind<Boolean> trueOrFalse() {
    return ValueKind.oneOf(List.of("true", "false")).map(Boolean::parseBoolean);
  }

  /** {@code 14d}, {@code 30s}, {@code 150ms}. */
  static ValueKind<Duration> duration(Duration least, Duration most) {
    return new ValueKind<>(
        "a duration from %s to %s, such as 14d, 12h, 5m, 30s or 150ms"
            .formatted(inWords(least), inWords(most)),
        text -> {
          Matcher matcher = DURATION.matcher(text);
          require(matcher.matches());
          Duration duration = duration(Long.parseLong(matcher.group(1)), matcher.group(2));
          require(duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0);
          return duration;
        });
  }

  static ValueKind<LocalDate> date() {
    return new ValueKind<>(
        "a date such as 2024-01-08",
        text -> {
          require(DATE.matcher(text).matches());
          return LocalDate.parse(text);
        });
  }

  /** Relative paths start at the folder of the configuration file. */
  static ValueKind<Path> path(Path folder) {
    return new ValueKind<>(
        "a path",
        text -> {
          require(!text.isBlank());
          return folder.resolve(text).normalize().toAbsolutePath();
        });
  }

  /** A constant's name in small letters, with hyphens. */
  static <E extends Enum<E>> ValueKind<E> word(Class<E> type) {
    Map<String, E> words = new LinkedHashMap<>();
    Arrays.stream(type.getEnumConstants())
        .forEach(e -> words.put(e.name().toLowerCase(Locale.ROOT).replace('_', '-'), e));
    return ValueKind.oneOf(words.keySet()).map(words::get);
  }

  static ValueKind<DeviceName> deviceName() {
    return new ValueKind<>(
        "1-32 small letters, digits and hyphens, such as 'desk-1'", DeviceName::new);
  }

  static ValueKind<StationName> stationName() {
    return new ValueKind<>(
        "1-32 small letters, digits and hyphens, such as 'desk-1'", StationName::new);
  }

  static ValueKind<PortAddress> port() {
    return new ValueKind<>(
        "'serial:/dev/serial/by-id/...', 'usb:VVVV:PPPP', 'usb-lp:VVVV:PPPP', 'tcp://HOST:9100'"
            + " or 'virtual:NAME'",
        PortAddress::parse);
  }

  /** A reader; none is on the network or behind the kernel's printer driver. */
  static ValueKind<PortAddress> scannerPort() {
    return new ValueKind<>(
        "'serial:/dev/serial/by-id/...', 'usb:VVVV:PPPP', then ':SERIAL' or '@1-1.2', or"
            + " 'virtual:NAME'",
        text -> {
          PortAddress port = PortAddress.parse(text);
          require(
              port instanceof PortAddress.Serial
                  || port instanceof PortAddress.Usb
                  || port instanceof PortAddress.Virtual);
          return port;
        });
  }

  static ValueKind<PortAddress.Usb> usbPort() {
    return new ValueKind<>(
        "'usb:VVVV:PPPP', then ':SERIAL' or '@1-1.2'",
        text -> {
          require(text.startsWith("usb:"));
          return (PortAddress.Usb) PortAddress.parse(text);
        });
  }

  /** Without TLS only to this very machine, where nobody is on the way. */
  static ValueKind<URI> hubUrl() {
    return new ValueKind<>(
        "an address such as https://hub.example, without a slash at its end",
        text -> {
          URI url = URI.create(text);
          boolean isHere = "127.0.0.1".equals(url.getHost()) && "http".equals(url.getScheme());
          require(url.getHost() != null && (isHere || "https".equals(url.getScheme())));
          require(url.getQuery() == null && url.getFragment() == null && !text.endsWith("/"));
          return url;
        });
  }

  static ValueKind<Integer> baud() {
    return ValueKind.oneOf(BAUDS).map(Integer::parseInt);
  }

  private static ValueKind<String> matching(Pattern shape, String expected) {
    return new ValueKind<>(
        expected,
        text -> {
          require(shape.matcher(text).matches());
          return text;
        });
  }

  private static Duration duration(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static String inWords(Duration duration) {
    if (duration.toMillisPart() != 0) {
      return duration.toMillis() + "ms";
    }
    if (duration.toSecondsPart() != 0) {
      return duration.toSeconds() + "s";
    }
    if (duration.toMinutesPart() != 0) {
      return duration.toMinutes() + "m";
    }
    return duration.toHoursPart() == 0 ? duration.toDays() + "d" : duration.toHours() + "h";
  }

  private static void require(boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException();
    }
  }
}
