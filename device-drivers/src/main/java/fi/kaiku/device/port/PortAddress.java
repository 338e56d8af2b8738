package fi.kaiku.device.port;

import static java.util.Objects.requireNonNull;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a device is, as written in {@code terminal.yaml}: {@code serial:/dev/serial/by-id/...},
 * {@code usb:VVVV:PPPP:SERIAL}, {@code usb-lp:VVVV:PPPP:SERIAL}, {@code tcp://host:port}, {@code
 * virtual:NAME}.
 */
public sealed interface PortAddress {
  /** The address as a technician writes it. */
  String text();

  /** A serial line or a USB-CDC device, by a path that survives a re-plug. */
  record Serial(String path) implements PortAddress {
    @Override
    public String text() {
      return "serial:" + path;
    }
  }

  /**
   * A USB device, wherever the kernel put it this time. By its serial number; where it has none, by
   * its model, and where there are twins of that, by the socket it is in.
   *
   * @param vendor and product: the model, 16 bits each
   * @param serial as the device tells it; empty when it has none
   * @param place the kernel's name of the socket, such as {@code 1-1.2}; empty when any will do
   */
  record Usb(int vendor, int product, String serial, String place) implements PortAddress {
    private static final Pattern SHAPE =
        Pattern.compile(
            "usb:([0-9a-fA-F]{4}):([0-9a-fA-F]{4})(?::(.+?))?(?:@([0-9]+-[0-9]+(?:[.][0-9]+)*))?");

    public Usb {
      if (vendor >>> Short.SIZE != 0 || product >>> Short.SIZE != 0) {
        throw new IllegalArgumentException(
            "USB model %x:%x: expected 16 bits each".formatted(vendor, product));
      }
      requireNonNull(serial, "serial");
      requireNonNull(place, "place");
    }

    private static Usb of(String text) {
      Matcher parts = SHAPE.matcher(text);
      if (!parts.matches()) {
        throw new IllegalArgumentException(
            "port '" + text + "': expected 'usb:VVVV:PPPP', then ':SERIAL' or '@1-1.2' or both");
      }
      return new Usb(
          HexFormat.fromHexDigits(parts.group(1)),
          HexFormat.fromHexDigits(parts.group(2)),
          parts.group(3) == null ? "" : parts.group(3),
          parts.group(4) == null ? "" : parts.group(4));
    }

    @Override
    public String text() {
      return "usb:%04x:%04x".formatted(vendor, product)
          + (serial.isEmpty() ? "" : ":" + serial)
          + (place.isEmpty() ? "" : "@" + place);
    }
  }

  /** A USB printer that stays with the kernel's driver: found as the device is, used as a file. */
  record UsbLp(Usb device) implements PortAddress {
    @Override
    public String text() {
      return device.text().replaceFirst("usb", "usb-lp");
    }
  }

  /** The kernel's file of a printer, {@code /dev/usb/lp0}; its number changes with each re-plug. */
  record LpFile(String path) implements PortAddress {
    @Override
    public String text() {
      return "usb-lp:" + path;
    }
  }

  /** A network printer's raw port. */
  record Tcp(String host, int port) implements PortAddress {
    public static final int RAW_PRINTING = 9100;

    @Override
    public String text() {
      return "tcp://" + host + ":" + port;
    }
  }

  /** A device that this program plays itself, for the demo, the self-test and tests. */
  record Virtual(String name) implements PortAddress {
    @Override
    public String text() {
      return "virtual:" + name;
    }
  }

  /**
   * Reads an address as a technician writes it.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  static PortAddress parse(String text) {
    if (text.startsWith("serial:/")) {
      return new Serial(text.substring("serial:".length()));
    }
    if (text.startsWith("usb-lp:/")) {
      return new LpFile(text.substring("usb-lp:".length()));
    }
    if (text.startsWith("usb-lp:")) {
      return new UsbLp(Usb.of(text.replaceFirst("usb-lp", "usb")));
    }
    if (text.startsWith("usb:")) {
      return Usb.of(text);
    }
    if (text.startsWith("tcp://")) {
      return parseTcp(text);
    }
    if (text.startsWith("virtual:") && text.length() > "virtual:".length()) {
      return new Virtual(text.substring("virtual:".length()));
    }
    throw new IllegalArgumentException(
        "port '"
            + text
            + "': expected 'serial:/dev/serial/by-id/...', 'usb:VVVV:PPPP:SERIAL',"
            + " 'usb-lp:VVVV:PPPP:SERIAL', 'tcp://HOST:9100' or 'virtual:NAME'");
  }

  private static Tcp parseTcp(String text) {
    java.net.URI uri = java.net.URI.create(text);
    boolean isNoPort = uri.getPort() == 0 || uri.getPort() > 65_535;
    if (uri.getHost() == null || isNoPort || !uri.getRawPath().isEmpty()) {
      throw new IllegalArgumentException("port '" + text + "': expected 'tcp://HOST:9100'");
    }
    return new Tcp(uri.getHost(), uri.getPort() < 0 ? Tcp.RAW_PRINTING : uri.getPort());
  }
}
