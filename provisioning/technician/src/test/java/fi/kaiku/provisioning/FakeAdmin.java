package fi.kaiku.provisioning;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** One exchange on a real Unix socket: reads as much as it is told to, answers, hangs up. */
final class FakeAdmin implements AutoCloseable {
  private static final int BLOCK_BYTES = 8192;

  private final ServerSocketChannel server;
  private final CompletableFuture<String> request = new CompletableFuture<>();

  private FakeAdmin(ServerSocketChannel server) {
    this.server = server;
  }

  /**
   * @param bytesToRead how much of the request is read before the answer
   */
  static FakeAdmin answering(Path socket, long bytesToRead, String answer) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    FakeAdmin fake = new FakeAdmin(server);
    Thread.ofPlatform().name("fake-admin").start(() -> fake.serve(bytesToRead, answer));
    return fake;
  }

  /** What was read of the request. */
  String request() {
    return request.join();
  }

  private void serve(long bytesToRead, String answer) {
    StringBuilder read = new StringBuilder();
    try (SocketChannel channel = server.accept()) {
      ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
      while (read.length() < bytesToRead && channel.read(block) >= 0) {
        block.flip();
        read.append(StandardCharsets.ISO_8859_1.decode(block));
        block.clear();
      }
      channel.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
      request.complete(read.toString());
    } catch (IOException e) {
      request.completeExceptionally(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
