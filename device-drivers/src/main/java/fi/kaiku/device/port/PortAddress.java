package fi.kaiku.device.port;

/**
 * Where a device is, as written in {@code terminal.yaml}: {@code serial:/dev/serial/by-id/...},
 * {@code tcp://host:port}, {@code virtual:NAME}.
 */
public sealed interface PortAddress {
  /** A serial line or a USB-CDC device, by a path that survives a re-plug. */
  record Serial(String path) implements PortAddress {}

  /** A network printer's raw port. */
  record Tcp(String host, int port) implements PortAddress {
    public static final int RAW_PRINTING = 9100;
  }

  /** A device that this program plays itself, for the demo, the self-test and tests. */
  record Virtual(String name) implements PortAddress {}

  /**
   * Reads an address as a technician writes it.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  static PortAddress parse(String text) {
    if (text.startsWith("serial:/")) {
      return new Serial(text.substring("serial:".length()));
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
            + "': expected 'serial:/dev/serial/by-id/...', 'tcp://HOST:9100' or 'virtual:NAME'");
  }

  private static Tcp parseTcp(String text) {
    java.net.URI uri = java.net.URI.create(text);
    if (uri.getHost() == null || uri.getPort() > 65_535 || !uri.getRawPath().isEmpty()) {
      throw new IllegalArgumentException("port '" + text + "': expected 'tcp://HOST:9100'");
    }
    return new Tcp(uri.getHost(), uri.getPort() < 0 ? Tcp.RAW_PRINTING : uri.getPort());
  }
}
