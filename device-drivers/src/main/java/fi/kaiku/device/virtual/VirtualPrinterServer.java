package fi.kaiku.device.virtual;

import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PortAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;

/**
 * A virtual printer behind a real TCP port on this machine, one connection at a time. A thread
 * accepts and reads, another per connection writes the answers.
 */
public final class VirtualPrinterServer implements AutoCloseable {
  private static final Duration LOOK_AROUND = Duration.ofMillis(200);
  private static final int BUFFER_BYTES = 4096;

  private final VirtualPrinter printer;
  private final ServerSocket server;
  private volatile Socket current;

  /** Listens on a free port of the loopback address. */
  public VirtualPrinterServer(VirtualPrinter printer) {
    this.printer = printer;
    try {
      this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    } catch (IOException noPort) {
      throw new UncheckedIOException("can't listen on the loopback address", noPort);
    }
    Thread.ofPlatform().name("virtual-printer").daemon().start(this::accept);
  }

  public PortAddress.Tcp address() {
    return new PortAddress.Tcp(
        InetAddress.getLoopbackAddress().getHostAddress(), server.getLocalPort());
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept();
          BytePort port = printer.open()) {
        current = socket;
        socket.setTcpNoDelay(true);
        Thread.ofPlatform()
            .name("virtual-printer-answers")
            .daemon()
            .start(() -> sendAnswers(port, socket));
        takeBytes(port, socket);
      } catch (IOException over) {
        // The connection ended, or the printer is switched off: the next caller tries again.
      }
    }
  }

  private static void takeBytes(BytePort port, Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    int count;
    while ((count = in.read(buffer)) >= 0) {
      port.write(Arrays.copyOf(buffer, count), Duration.ofDays(1));
    }
  }

  /** Ends with the port; closing the socket then ends the other direction too. */
  private static void sendAnswers(BytePort port, Socket socket) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (socket) {
      OutputStream out = socket.getOutputStream();
      while (true) {
        out.write(buffer, 0, port.read(buffer, LOOK_AROUND));
      }
    } catch (IOException over) {
      port.close();
    }
  }

  @Override
  public void close() {
    closeQuietly(server);
    Socket socket = current;
    if (socket != null) {
      closeQuietly(socket);
    }
  }

  private static void closeQuietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception alreadyGone) {
      // Nothing is left to free.
    }
  }
}
