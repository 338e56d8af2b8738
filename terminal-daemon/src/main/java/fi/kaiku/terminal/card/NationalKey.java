package fi.kaiku.terminal.card;

import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which card ids are hashed (R27). One for the whole country, so that every terminal
 * and the hub know a card by the same hash; numbered, as it can be rotated. Immutable; never
 * printed.
 */
public final class NationalKey {
  static final int LENGTH = 32;
  static final int FIRST_NUMBER = 1;

  private final int number;
  private final byte[] secret;

  public NationalKey(int number, byte[] secret) {
    if (number < FIRST_NUMBER) {
      throw new IllegalArgumentException("national key number " + number + ": expected 1 or more");
    }
    if (secret.length != LENGTH) {
      throw new IllegalArgumentException(
          "national key " + number + ": " + secret.length + " bytes, expected " + LENGTH);
    }
    this.number = number;
    this.secret = secret.clone();
  }

  public int number() {
    return number;
  }

  SecretKeySpec forAlgorithm(String algorithm) {
    return new SecretKeySpec(secret, algorithm);
  }

  /** As it stands in its file. */
  String hex() {
    return HexFormat.of().formatHex(secret);
  }

  @Override
  public String toString() {
    return "NationalKey[" + number + "]";
  }
}
