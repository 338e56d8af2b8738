package fi.kaiku.device.port;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;

import fi.kaiku.device.port.PortUnavailableException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * The raw port of a network printer (TCP 9100). The channel never blocks; reading and writing wait
 * on a selector each, so that a write always knows how many bytes the kernel took, and a close from
 * another thread wakes both at once.
 */
public final class TcpBytePort implements BytePort {

  /** A printer on the same network answers in milliseconds; a dead address should not hold us. */
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  private final SocketChannel channel;
  private final Selector reading;
  private final Selector writing;

  private TcpBytePort(SocketChannel channel, Selector reading, Selector writing) {
    this.channel = channel;
    this.reading = reading;
    this.writing = writing;
  }

  /**
   * Connects.
   *
   * @throws PortUnavailableException when nobody answers there
   */
  public static TcpBytePort connect(PortAddress.Tcp address) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      connect(channel, address);
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      Selector reading = registered(channel, OP_READ);
      Selector writing = registered(channel, OP_WRITE);
      return new TcpBytePort(channel, reading, writing);
    } catch (IOException failure) {
      channel.close();
      throw failure;
    }
  }

  private static void connect(SocketChannel channel, PortAddress.Tcp address) throws IOException {
    String where = address.host() + ":" + address.port();
    try {
      var target = new InetSocketAddress(address.host(), address.port());
      if (target.isUnresolved()) {
        throw new UnknownHostException(address.host());
      }
      channel.socket().connect(target, Math.toIntExact(CONNECT_TIMEOUT.toMillis()));
    } catch (SocketTimeoutException late) {
      throw new PortUnavailableException(
          Reason.ABSENT,
          "no answer from " + where + " in " + CONNECT_TIMEOUT.toSeconds() + " s",
          late);
    } catch (IOException refused) {
      throw new PortUnavailableException(
          Reason.ABSENT, "can't connect to " + where + ": " + refused.getMessage(), refused);
    }
  }

  private static Selector registered(SocketChannel channel, int operation) throws IOException {
    Selector selector = channel.provider().openSelector();
    channel.register(selector, operation);
    return selector;
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws IOException {
    if (!await(reading, deadline(timeout))) {
      return 0;
    }
    int count = channel.read(ByteBuffer.wrap(buffer));
    if (count < 0) {
      throw new EOFException("the printer closed the connection");
    }
    return count;
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    long deadline = deadline(timeout);
    try {
      channel.write(rest);
      while (rest.hasRemaining()) {
        if (!await(writing, deadline)) {
          throw PartialWriteException.tooSlow(
              rest.position()
                  + " of "
                  + bytes.length
                  + " bytes taken in "
                  + timeout.toMillis()
                  + " ms",
              rest.position());
        }
        channel.write(rest);
      }
    } catch (PartialWriteException already) {
      throw already;
    } catch (IOException gone) {
      throw new PartialWriteException(
          "the connection broke after " + rest.position() + " of " + bytes.length + " bytes",
          rest.position(),
          gone);
    }
  }

  private static long deadline(Duration timeout) {
    return System.nanoTime() + timeout.toNanos();
  }

  /** False when the deadline passed; the channel is ready (or broken: the next call says so). */
  private boolean await(Selector selector, long deadline) throws IOException {
    try {
      while (channel.isOpen()) {
        long left = deadline - System.nanoTime();
        // Rounded up to a whole millisecond: 0 would mean "for ever" to the selector.
        int ready = left <= 0 ? selector.selectNow() : selector.select(left / 1_000_000 + 1);
        selector.selectedKeys().clear();
        if (ready > 0) {
          return true;
        }
        if (left <= 0) {
          return false;
        }
      }
    } catch (ClosedSelectorException closed) {
      throw new IOException("the port was closed", closed);
    }
    throw new IOException("the port was closed");
  }

  @Override
  public void close() {
    closeQuietly(channel);
    closeQuietly(reading);
    closeQuietly(writing);
  }

  private static void closeQuietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception ignored) {
      // The connection is given up either way; there is nothing left to free.
    }
  }
}
