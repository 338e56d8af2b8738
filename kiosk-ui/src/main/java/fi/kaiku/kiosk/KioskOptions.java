package fi.kaiku.kiosk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command line of the process.
 *
 * @param port TCP port on 127.0.0.1; 0 lets the system choose
 * @param daemonSocket the daemon's socket for user interfaces
 * @param tokenFile where the one-time token for the next browser is written (0640)
 * @param demo whether the demo's panel is relayed as well
 */
record KioskOptions(int port, Path daemonSocket, Path tokenFile, DemoPanel demo) {
  static final String USAGE =
      "usage: kiosk-ui --port N --daemon-socket PATH --token-file PATH [--demo]";

  private static final int PORT_MAX = 65535;
  private static final String DEMO = "--demo";
  private static final List<String> WITH_VALUE =
      List.of("--port", "--daemon-socket", "--token-file");

  enum DemoPanel {
    SHOWN,
    HIDDEN
  }

  KioskOptions {
    if (port < 0 || port > PORT_MAX) {
      throw new IllegalArgumentException("--port " + port + ": expected 0-" + PORT_MAX);
    }
  }

  /**
   * @throws IllegalArgumentException in plain words, for the person who typed it
   */
  static KioskOptions parse(List<String> arguments) {
    Map<String, String> values = new HashMap<>();
    DemoPanel demo = DemoPanel.HIDDEN;
    for (int i = 0; i < arguments.size(); i++) {
      String name = arguments.get(i);
      if (name.equals(DEMO)) {
        demo = DemoPanel.SHOWN;
      } else if (WITH_VALUE.contains(name) && i + 1 < arguments.size()) {
        values.put(name, arguments.get(++i));
      } else {
        throw new IllegalArgumentException("unknown or incomplete option '" + name + "'");
      }
    }
    return new KioskOptions(
        port(required(values, "--port")),
        Path.of(required(values, "--daemon-socket")),
        Path.of(required(values, "--token-file")),
        demo);
  }

  private static String required(Map<String, String> values, String name) {
    return Optional.ofNullable(values.get(name))
        .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--port " + text + ": expected a number", e);
    }
  }
}
