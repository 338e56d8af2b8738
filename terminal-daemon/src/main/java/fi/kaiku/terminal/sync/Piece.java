package fi.kaiku.terminal.sync;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came of asking for some bytes of a file. */
sealed interface Piece {
  /** As many bytes as were asked for, from there; whether they are right, the digest says. */
  @SuppressWarnings("ArrayRecordComponent") // Written to a file at once; nobody compares them.
  record Bytes(byte[] bytes) implements Piece {}

  /** The file is not there any more. */
  record Gone() implements Piece {}

  /** Nothing that could be a part of the file: a page of a proxy, half an answer, none at all. */
  record Nothing(String what) implements Piece {}

  /** Reads an answer. */
  static Piece of(HttpResponse<byte[]> response, long from, int length) {
    int status = response.statusCode();
    byte[] body = response.body();
    if (status == 404 && isProblem(response)) {
      return new Gone();
    }
    boolean isRange = status == 206 && from(response).filter(start -> start == from).isPresent();
    boolean isWhole =
        status == 200 && from == 0 && response.headers().firstValue("ETag").isPresent();
    return (isRange || isWhole) && body.length == length
        ? new Bytes(body)
        : new Nothing("status %d with %d bytes of %d".formatted(status, body.length, length));
  }

  /** Any proxy may say 404: it counts as the hub's only in the hub's form. */
  private static boolean isProblem(HttpResponse<byte[]> response) {
    return response
        .headers()
        .firstValue("Content-Type")
        .filter(type -> type.startsWith("application/problem+json"))
        .isPresent();
  }

  private static Optional<Long> from(HttpResponse<byte[]> response) {
    return response
        .headers()
        .firstValue("Content-Range")
        .map(Pattern.compile("bytes (\\d{1,15})-\\d+/\\d+")::matcher)
        .filter(Matcher::matches)
        .map(range -> Long.valueOf(range.group(1)));
  }
}
