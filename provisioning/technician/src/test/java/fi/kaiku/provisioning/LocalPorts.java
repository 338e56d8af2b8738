package fi.kaiku.provisioning;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of this machine for a test. */
final class LocalPorts {
  private LocalPorts() {}

  /** One that nobody listened on a moment ago. */
  static int free() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
