package fi.kaiku.terminal.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A plain HTTP/1.1 client over a Unix socket: one connection for each request, written by hand so
 * that the tests see the very bytes that the daemon answers.
 */
public final class UnixHttp {
  /** What came back; the body is unchunked. */
  public static final class Reply {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] bytes;

    private Reply(int status, Map<String, String> headers, byte[] bytes) {
      this.status = status;
      this.headers = headers;
      this.bytes = bytes;
    }

    public int status() {
      return status;
    }

    public byte[] bytes() {
      return bytes;
    }

    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  private final Path socket;

  public UnixHttp(Path socket) {
    this.socket = socket;
  }

  public Reply get(String path) {
    return send("GET", path, Map.of(), new byte[0]);
  }

  public Reply post(String path, String json) {
    return send(
        "POST",
        path,
        Map.of("Content-Type", "application/json"),
        json.getBytes(StandardCharsets.UTF_8));
  }

  public Reply send(String method, String path, Map<String, String> headers, byte[] body) {
    try (SocketChannel channel = open()) {
      request(channel, method, path, headers, body);
      return reply(Channels.newInputStream(channel));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    }
  }

  /** Opens a stream; the caller reads it and closes the channel. */
  SocketChannel stream(String path, Map<String, String> headers) throws IOException {
    SocketChannel channel = open();
    request(channel, "GET", path, headers, new byte[0]);
    return channel;
  }

  private SocketChannel open() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(socket));
    return channel;
  }

  private static void request(
      SocketChannel channel, String method, String path, Map<String, String> headers, byte[] body)
      throws IOException {
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: daemon\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (body.length > 0 || method.equals("POST")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("\r\n");
    write(channel, head.toString().getBytes(StandardCharsets.ISO_8859_1));
    try {
      write(channel, body);
    } catch (IOException e) {
      // The server may refuse a large body before it has read it: its answer is what counts.
      return;
    }
  }

  private static void write(SocketChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static Reply reply(InputStream in) throws IOException {
    String statusLine = line(in);
    Map<String, String> headers = headers(in);
    int status = Integer.parseInt(statusLine.substring(9, 12));
    return new Reply(status, headers, body(in, headers));
  }

  static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if ("chunked".equals(headers.get("transfer-encoding"))) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (byte[] chunk = chunk(in); chunk.length > 0; chunk = chunk(in)) {
        body.writeBytes(chunk);
      }
      return body.toByteArray();
    }
    return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
  }

  /** One chunk; empty at the end of the body. */
  static byte[] chunk(InputStream in) throws IOException {
    byte[] chunk = in.readNBytes(Integer.parseInt(line(in), 16));
    line(in);
    return chunk;
  }

  static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the connection ended within a line");
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
