package fi.kaiku.provisioning;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The daemon's socket for technicians: one HTTP/1.1 exchange over a connection of its own, that
 * sends a file and reads lines at the same time. The daemon may refuse a file by its first line; a
 * client that sends everything before it listens would lose that answer to a broken pipe.
 */
final class AdminSocket {
  private static final int BLOCK_BYTES = 64 * 1024;
  private static final int OK = 200;

  private final Path path;
  private final Runnable whenSilent;

  AdminSocket(Path path) {
    this(path, () -> {});
  }

  /**
   * @param whenSilent called when nobody listens there; may end the exchange with a better cause
   */
  private AdminSocket(Path path, Runnable whenSilent) {
    this.path = path;
    this.whenSilent = whenSilent;
  }

  /** That of the terminal with this configuration, in which a mistake is told if it is silent. */
  static AdminSocket of(TerminalSettings settings) {
    return new AdminSocket(
        settings.adminSocket(), () -> ConfigCheck.refuseWrong(settings.config()));
  }

  /**
   * Posts the file as CSV.
   *
   * @param sent called with the number of bytes sent so far, on another thread
   * @param line called for each line of the answer
   * @throws PlainWordsException when the daemon is not there or answers with a problem
   */
  void post(String target, Path file, LongConsumer sent, Consumer<String> line) {
    try (SocketChannel channel = connect();
        FileChannel body = FileChannel.open(file, StandardOpenOption.READ)) {
      String head =
          "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: text/csv\r\nContent-Length: %d\r\n\r\n"
              .formatted(target, body.size());
      write(channel, ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
      Thread upload =
          Thread.ofPlatform().name("upload").daemon().start(() -> send(body, channel, sent));
      read(new BufferedInputStream(Channels.newInputStream(channel)), line);
      upload.interrupt();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /**
   * A question with a whole answer.
   *
   * @param method GET or POST, without a body
   * @throws PlainWordsException when the daemon is not there or answers with a problem
   */
  String ask(String method, String target) {
    StringBuilder answer = new StringBuilder();
    try (SocketChannel channel = connect()) {
      String head =
          "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
              .formatted(method, target);
      write(channel, ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
      read(
          new BufferedInputStream(Channels.newInputStream(channel)),
          line -> answer.append(line).append('\n'));
    } catch (IOException e) {
      throw broken(e);
    }
    return answer.toString();
  }

  private static PlainWordsException broken(IOException e) {
    return new PlainWordsException(
        ExitCode.FAILED, "the connection to the terminal daemon broke: " + e.getMessage(), e);
  }

  private SocketChannel connect() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(path));
      return channel;
    } catch (IOException e) {
      channel.close();
      whenSilent.run();
      throw new PlainWordsException(
          ExitCode.NOT_NOW,
          "the terminal daemon does not answer at "
              + path
              + ": it is not running, or this user may not talk to it (group kaiku-admin).",
          e);
    }
  }

  private static void send(FileChannel body, SocketChannel channel, LongConsumer sent) {
    ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
    long total = 0;
    try {
      while (body.read(block) >= 0) {
        block.flip();
        total += block.remaining();
        write(channel, block);
        block.clear();
        sent.accept(total);
      }
    } catch (IOException e) {
      // The daemon has ended the exchange early; its answer says why and is being read.
      sent.accept(total);
    }
  }

  private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static void read(InputStream in, Consumer<String> line) throws IOException {
    HttpAnswer answer = HttpAnswer.read(in);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    if (answer.status() != OK) {
      throw new PlainWordsException(
          ExitCode.FAILED,
          "the terminal daemon answered with status " + answer.status() + ": " + lines.readLine());
    }
    lines.lines().forEach(line);
  }
}
