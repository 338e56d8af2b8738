package fi.kaiku.hub.api;

import fi.kaiku.hub.registry.Snapshots;
import fi.kaiku.hub.registry.Snapshots.Snapshot;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of a snapshot under its digest: they never change, so that caches and CDNs may keep
 * them, and are encrypted, so that anybody may have them. One range of bytes is answered; what is
 * no such range is answered with the whole (RFC 9110).
 */
final class SnapshotDownload {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-(\\d{0,15})");

  private final Snapshots snapshots;

  /** Bytes from the first to the last, both included. */
  private record Range(long first, long last) {
    long length() {
      return last - first + 1;
    }
  }

  SnapshotDownload(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  void handle(ServerRequest request, ServerResponse response) throws IOException {
    String digest = request.path().pathParameters().get("digest");
    Optional<Snapshot> found =
        DIGEST.matcher(digest).matches() ? snapshots.find(digest) : Optional.empty();
    if (found.isEmpty()) {
      Reply.problem(ProblemType.NO_SUCH_SNAPSHOT, "ask for the newest one", Map.of())
          .send(response);
      return;
    }
    String tag = '"' + digest + '"';
    response
        .header(HeaderNames.ETAG, tag)
        .header(HeaderNames.ACCEPT_RANGES, "bytes")
        .header(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");
    if (request.headers().value(HeaderNames.IF_NONE_MATCH).filter(tag::equals).isPresent()) {
      response.status(Status.NOT_MODIFIED_304).send();
      return;
    }
    Range range = range(request, tag, found.get().bytes());
    if (range.first() >= found.get().bytes()) {
      response.header(HeaderNames.CONTENT_RANGE, "bytes */" + found.get().bytes());
      Reply.problem(ProblemType.RANGE_NOT_THERE, "it has fewer bytes", Map.of()).send(response);
      return;
    }
    send(response, found.get(), range);
  }

  private static Range range(ServerRequest request, String tag, long bytes) {
    Range whole = new Range(0, bytes - 1);
    Matcher wanted = RANGE.matcher(request.headers().value(HeaderNames.RANGE).orElse(""));
    boolean isOfThis = request.headers().value(HeaderNames.IF_RANGE).map(tag::equals).orElse(true);
    if (!wanted.matches() || !isOfThis) {
      return whole;
    }
    long first = Long.parseLong(wanted.group(1));
    long last = wanted.group(2).isEmpty() ? bytes - 1 : Long.parseLong(wanted.group(2));
    return last < first && first < bytes ? whole : new Range(first, Math.min(last, bytes - 1));
  }

  private void send(ServerResponse response, Snapshot snapshot, Range range) throws IOException {
    if (range.length() < snapshot.bytes()) {
      response
          .status(Status.PARTIAL_CONTENT_206)
          .header(
              HeaderNames.CONTENT_RANGE,
              "bytes %d-%d/%d".formatted(range.first(), range.last(), snapshot.bytes()));
    }
    response
        .header(HeaderNames.CONTENT_TYPE, "application/octet-stream")
        .header(HeaderNames.CONTENT_LENGTH, Long.toString(range.length()));
    try (OutputStream out = response.outputStream()) {
      long at = range.first();
      while (at <= range.last()) {
        byte[] piece = piece(snapshot, at);
        int from = Math.toIntExact(at % Snapshots.PIECE_BYTES);
        int length = Math.toIntExact(Math.min(piece.length - from, range.last() - at + 1));
        out.write(piece, from, length);
        at += length;
      }
    }
  }

  /** Whoever gets half of it knows by its length, and asks again. */
  private byte[] piece(Snapshot snapshot, long at) throws IOException {
    return snapshots
        .piece(snapshot.digest(), Math.toIntExact(at / Snapshots.PIECE_BYTES))
        .orElseThrow(() -> new IOException("the snapshot was dropped while it was sent"));
  }
}
