package fi.kaiku.terminal.registry;

import java.util.regex.Pattern;

/**
 * What the hub has signed of a file.
 *
 * @param digest SHA-256 of the file, hex
 * @param keyNumber of the national key that its cards are hashed with
 * @param salt of the key that it is encrypted under
 */
public record HubSnapshot(String digest, long bytes, FeedPoint point, int keyNumber, String salt) {
  /** No registry of this programme comes near: 25 million cards. */
  public static final long BYTES_MAX = 1L << 30;

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  public HubSnapshot {
    if (!DIGEST.matcher(digest).matches() || bytes <= 0 || bytes > BYTES_MAX) {
      throw new IllegalArgumentException("a snapshot of " + bytes + " bytes, digest " + digest);
    }
  }
}
