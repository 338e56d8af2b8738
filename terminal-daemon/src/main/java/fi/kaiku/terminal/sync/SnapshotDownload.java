package fi.kaiku.terminal.sync;

import fi.kaiku.terminal.disk.DurableFile;
import fi.kaiku.terminal.registry.HubSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A snapshot on its way here, piece by piece into a file beside the hub's signature on it: what
 * came before a lost line, a restart or a power cut is not fetched again. Pieces are smaller where
 * the line is slow, so that one arrives within the time for an answer. One thread.
 */
final class SnapshotDownload {
  /** Bytes; the hub's answer is held in memory. */
  static final int PIECE_MOST = 1 << 20;

  /** At a time for an answer of 20 s, a line of 1 kB/s. */
  static final int PIECE_LEAST = 1 << 14;

  private final Path file;
  private final Path signature;
  private final HubClient client;
  private int piece = PIECE_MOST;

  /** How it went. */
  sealed interface Progress {
    /** All bytes are there, and are the ones that the hub signed. */
    record Whole(Path file) implements Progress {}

    /** Some more are there. */
    record Some() implements Progress {}

    /** It has to be begun anew, perhaps with another snapshot. */
    record Useless(String why) implements Progress {}

    /** To be tried again after a wait. */
    record Failed(String why) implements Progress {}
  }

  /**
   * Does nothing yet.
   *
   * @param file where the bytes are gathered
   */
  SnapshotDownload(Path file, HubClient client) {
    this.file = file;
    this.signature = file.resolveSibling(file.getFileName() + ".token");
    this.client = client;
  }

  /** What was begun, where this hub has signed it. */
  Optional<SnapshotToken> begun(HubKey hub) throws IOException {
    if (Files.notExists(signature)) {
      return Optional.empty();
    }
    return SnapshotToken.of(Files.readString(signature, StandardCharsets.US_ASCII), hub);
  }

  void begin(SnapshotToken token) throws IOException {
    forget();
    DurableFile.write(signature, token.text().getBytes(StandardCharsets.US_ASCII));
    Files.move(DurableFile.begin(file), file);
  }

  /** The signature goes last: without it the bytes are worth nothing. */
  void forget() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(signature);
  }

  /** Fetches the next piece. */
  Progress next(HubSnapshot snapshot) throws IOException, InterruptedException {
    long have = Files.exists(file) ? Files.size(file) : 0;
    if (have > snapshot.bytes()) {
      return new Progress.Useless("more bytes than the hub signed");
    }
    if (have < snapshot.bytes()) {
      return fetch(snapshot, have);
    }
    return digest().equals(snapshot.digest())
        ? new Progress.Whole(file)
        : new Progress.Useless("the snapshot was changed on the way: its digest is another");
  }

  private Progress fetch(HubSnapshot snapshot, long have) throws IOException, InterruptedException {
    int length = Math.toIntExact(Math.min(piece, snapshot.bytes() - have));
    return switch (client.fetch("/v1/registry/snapshot/" + snapshot.digest(), have, length)) {
      case Piece.Bytes(byte[] bytes) -> {
        piece = Math.min(PIECE_MOST, piece * 2);
        try (OutputStream out =
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
          out.write(bytes);
        }
        yield new Progress.Some();
      }
      case Piece.Gone() -> new Progress.Useless("the hub no longer keeps this snapshot");
      case Piece.Nothing(String what) -> {
        piece = Math.max(PIECE_LEAST, piece / 2);
        yield new Progress.Failed(what);
      }
    };
  }

  private String digest() throws IOException {
    MessageDigest sha256 = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
