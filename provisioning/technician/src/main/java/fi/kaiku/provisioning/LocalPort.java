package fi.kaiku.provisioning;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.OptionalInt;

/** A TCP port on 127.0.0.1. */
record LocalPort(int number) {
  /** How far above a taken port a free one is looked for. */
  private static final int NEAR = 50;

  private static final int PORT_MAX = 65535;

  /** Below, only root may listen; the terminal runs without root's rights. */
  private static final int PORT_MIN = 1024;

  private static final Duration CONNECT_TIME_MAX = Duration.ofSeconds(2);

  /** Whether a program could listen on it now. */
  boolean isFree() {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  boolean isServed() {
    try (Socket probe = new Socket()) {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), number);
      probe.connect(address, (int) CONNECT_TIME_MAX.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  OptionalInt nearestFree() {
    for (int near = number + 1; near <= Math.min(number + NEAR, PORT_MAX); near++) {
      if (new LocalPort(near).isFree()) {
        return OptionalInt.of(near);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * @param command what to type for another port, without the number
   * @throws PlainWordsException when there is no such port, or another program listens on it
   */
  void requireFree(String command) {
    if (number < 1 || number > PORT_MAX) {
      throw new PlainWordsException(
          ExitCode.WRONG_USE,
          "there is no port " + number + "; ports are numbered from 1 to " + PORT_MAX + ".");
    }
    if (number < PORT_MIN) {
      throw new PlainWordsException(
          ExitCode.WRONG_USE,
          "port %d is one of root's (below %d), which the terminal does not use. Take 8080: %s 8080"
              .formatted(number, PORT_MIN, command));
    }
    if (isFree()) {
      return;
    }
    OptionalInt near = nearestFree();
    throw new PlainWordsException(
        ExitCode.NOT_NOW,
        "port "
            + number
            + " is in use by another program."
            + (near.isPresent()
                ? " Port " + near.getAsInt() + " is free: " + command + " " + near.getAsInt()
                : ""));
  }
}
