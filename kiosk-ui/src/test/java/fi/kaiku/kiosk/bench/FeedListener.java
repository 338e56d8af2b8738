package fi.kaiku.kiosk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Follows a station's feed as the UI process does: over the Unix socket, line by line. */
final class FeedListener implements AutoCloseable {
  /** One data line and the time at which its last byte was read. */
  record Heard(String data, long nanos) {}

  private final SocketChannel channel;
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

  FeedListener(Path socket, String station) throws IOException {
    channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(socket));
    String request =
        "GET /v1/stations/"
            + station
            + "/feed HTTP/1.1\r\nHost: daemon\r\nAccept: text/event-stream\r\n\r\n";
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    Thread.ofPlatform().daemon().name("feed listener").start(this::listen);
  }

  Heard next() throws InterruptedException {
    return heard.take();
  }

  private void listen() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("data:")) {
          heard.add(new Heard(line, System.nanoTime()));
        }
      }
    } catch (AsynchronousCloseException e) {
      // Closed by us: the measurement is over.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
