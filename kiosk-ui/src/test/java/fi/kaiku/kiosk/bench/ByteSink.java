package fi.kaiku.kiosk.bench;

import fi.kaiku.device.port.PortAddress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Takes bytes on a TCP port, answers nothing, and notes when a command to cut arrived. */
final class ByteSink implements AutoCloseable {
  /** GS V: the last command of every ticket (Epson ESC/POS reference). */
  private static final int GS = 0x1D;

  private final ServerSocket server;
  private final BlockingQueue<Long> cuts = new LinkedBlockingQueue<>();

  ByteSink() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("byte-sink").start(this::take);
  }

  PortAddress.Tcp address() {
    return new PortAddress.Tcp(
        InetAddress.getLoopbackAddress().getHostAddress(), server.getLocalPort());
  }

  /** Times of the monotonic clock, in nanoseconds. */
  BlockingQueue<Long> cuts() {
    return cuts;
  }

  private void take() {
    try (Socket socket = server.accept();
        InputStream in = new BufferedInputStream(socket.getInputStream())) {
      int before = 0;
      int next;
      while ((next = in.read()) >= 0) {
        if (before == GS && next == 'V') {
          cuts.add(System.nanoTime());
        }
        before = next;
      }
    } catch (IOException over) {
      // The measurement has ended and closed its side.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
