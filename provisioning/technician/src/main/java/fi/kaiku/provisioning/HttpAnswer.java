package fi.kaiku.provisioning;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The answer of an HTTP/1.1 exchange: of a told length, in chunks, or up to the connection's end.
 */
record HttpAnswer(int status, InputStream body) {
  /** Ours are far below; only a broken peer sends longer lines. */
  private static final int LINE_MAX = 8 * 1024;

  private static final String LENGTH = "content-length:";

  /** Reads the head; the body is read by whoever wants it. */
  static HttpAnswer read(InputStream in) throws IOException {
    String[] first = line(in).split(" ", 3);
    if (first.length < 2 || !first[1].matches("[1-5][0-9]{2}")) {
      throw new IOException("no HTTP answer");
    }
    boolean chunked = false;
    int length = -1;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String plain = header.toLowerCase(Locale.ROOT).replace(" ", "");
      chunked |= plain.equals("transfer-encoding:chunked");
      if (plain.startsWith(LENGTH)) {
        length = Integer.parseInt(plain.substring(LENGTH.length()));
      }
    }
    int status = Integer.parseInt(first[1]);
    if (chunked) {
      return new HttpAnswer(status, new Chunks(in));
    }
    // A server may keep the connection although it was asked not to: only the length is certain.
    return new HttpAnswer(
        status, length < 0 ? in : new ByteArrayInputStream(in.readNBytes(length)));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.length() > LINE_MAX) {
        throw new EOFException("the answer broke off");
      }
      line.append((char) b);
    }
    return new String(
        line.toString().strip().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** The body without the marks of chunked transfer (RFC 9112, 7.1). */
  private static final class Chunks extends InputStream {
    private final InputStream in;
    private long left;
    private boolean begun;
    private boolean ended;

    Chunks(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left == 0 && !ended) {
        nextChunk();
      }
      if (ended) {
        return -1;
      }
      int count = in.read(into, offset, (int) Math.min(length, left));
      if (count < 0) {
        throw new EOFException("the answer broke off");
      }
      left -= count;
      return count;
    }

    private void nextChunk() throws IOException {
      if (begun) {
        line(in);
      }
      begun = true;
      left = Long.parseLong(line(in).split(";", 2)[0].strip(), 16);
      ended = left == 0;
    }
  }
}
