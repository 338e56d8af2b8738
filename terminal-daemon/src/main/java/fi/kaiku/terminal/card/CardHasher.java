package fi.kaiku.terminal.card;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 of the ten ASCII characters of a card id under a national key, cut to 16 bytes (R27).
 * It knows all keys that the terminal has, and hashes with one of them: the one of the registry in
 * use, as a card is looked up by its hash. Any thread.
 */
public final class CardHasher {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int FINGERPRINT_BYTES = 8;

  /** Can't be a card id, so a fingerprint is no card's hash. */
  private static final String FINGERPRINT_OF = "fingerprint of the national key";

  /** Initialised, never updated: cloned for each use, as a Mac serves one thread at a time. */
  private final Map<Integer, Mac> prototypes = new ConcurrentHashMap<>();

  private final AtomicInteger inUse;

  public CardHasher(NationalKey key) {
    this.inUse = new AtomicInteger(key.number());
    learn(key);
  }

  /** One more key, in place of one with the same number. */
  public void learn(NationalKey key) {
    try {
      Mac prototype = Mac.getInstance(ALGORITHM);
      prototype.init(key.forAlgorithm(ALGORITHM));
      prototypes.put(key.number(), prototype);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  /**
   * From now on cards are hashed with this key.
   *
   * @throws IllegalArgumentException when there is none of this number
   */
  public void use(int number) {
    if (!prototypes.containsKey(number)) {
      throw new IllegalArgumentException("no national key " + number);
    }
    inUse.set(number);
  }

  public CardHash hash(CardId id) {
    return hash(id, inUse.get());
  }

  /** Under each key that the terminal has: what was recorded under an old one is found by it. */
  public List<CardHash> hashes(CardId id) {
    return prototypes.keySet().stream().sorted().map(number -> hash(id, number)).toList();
  }

  private CardHash hash(CardId id, int number) {
    return CardHash.of(number, Arrays.copyOf(mac(number, id.value()), CardHash.LENGTH));
  }

  /** Of the key that cards are hashed with. */
  public int keyNumber() {
    return inUse.get();
  }

  /**
   * Tells two keys with the same number apart (a registry hashed under another terminal's key is of
   * no use); says nothing of the key.
   */
  public String keyFingerprint() {
    return fingerprint(inUse.get());
  }

  /** Whether this is a key that the terminal has. */
  public boolean knows(int number, String fingerprint) {
    return knows(number) && fingerprint(number).equals(fingerprint);
  }

  public boolean knows(int number) {
    return prototypes.containsKey(number);
  }

  /** What the hub's snapshot with this salt is encrypted under, where the key is known. */
  public SecretKey snapshotKey(int number, String salt) {
    return new SecretKeySpec(mac(number, "registry snapshot " + salt), "ChaCha20");
  }

  private String fingerprint(int number) {
    return HexFormat.of().formatHex(mac(number, FINGERPRINT_OF), 0, FINGERPRINT_BYTES);
  }

  private byte[] mac(int number, String text) {
    try {
      Mac mac = (Mac) prototypes.get(number).clone();
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this Java's " + ALGORITHM + " can't be cloned", e);
    }
  }
}
