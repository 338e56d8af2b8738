package fi.kaiku.hub.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code hub.keys}: all keys of a hub in one file, readable by its owner only, so that they are
 * backed up and copied to a second hub together. Made at the first start; never replaced, as
 * everything stored would lose its meaning.
 */
public final class KeyFile {
  private static final int SECRET_BYTES = 32;
  private static final HexFormat HEX = HexFormat.of();

  /** The symmetric ones. */
  record Secrets(SecretKeySpec national, SecretKeySpec sealing, SecretKeySpec digest) {}

  private KeyFile() {}

  /**
   * Reads the file, or makes it with fresh keys.
   *
   * @throws IOException when it is damaged, or can't be read or written
   */
  public static HubKeys readOrMake(Path file, SecureRandom random) throws IOException {
    if (Files.notExists(file)) {
      write(file, fresh(random));
    }
    Properties keys = new Properties();
    keys.load(Files.newBufferedReader(file, StandardCharsets.US_ASCII));
    try {
      PrivateKey signing = Ed25519.privateKey(HEX.parseHex(text(keys, "signing", file)));
      PublicKey publicKey = PublicKey.of(HEX.parseHex(text(keys, "public", file)));
      Secrets secrets =
          new Secrets(
              new SecretKeySpec(secret(keys, "national-1", file), HubKeys.HMAC),
              new SecretKeySpec(secret(keys, "sealing", file), "AES"),
              new SecretKeySpec(secret(keys, "digest", file), HubKeys.HMAC));
      return new HubKeys(signing, publicKey, secrets, random);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("the key file " + file + " is damaged: " + e.getMessage(), e);
    }
  }

  private static String text(Properties keys, String name, Path file) throws IOException {
    String text = keys.getProperty(name);
    if (text == null) {
      throw new IOException("the key file " + file + " is damaged: it has no key " + name);
    }
    return text.strip();
  }

  private static byte[] secret(Properties keys, String name, Path file) throws IOException {
    byte[] secret = HEX.parseHex(text(keys, name, file));
    if (secret.length != SECRET_BYTES) {
      throw new IOException("the key file " + file + " is damaged: key " + name + " is cut");
    }
    return secret;
  }

  private static String fresh(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(Ed25519.ALGORITHM);
      KeyPair pair = generator.generateKeyPair();
      StringBuilder text =
          new StringBuilder("# Keep a copy of this file apart from the database.\n");
      line(text, "signing", pair.getPrivate().getEncoded());
      line(text, "public", Ed25519.raw(pair.getPublic()));
      for (String name : new String[] {"national-1", "sealing", "digest"}) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        line(text, name, secret);
      }
      return text.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + Ed25519.ALGORITHM, e);
    }
  }

  private static void line(StringBuilder text, String name, byte[] key) {
    text.append(name).append(" = ").append(HEX.formatHex(key)).append('\n');
  }

  /** Whole or not at all: written beside, forced to disk, renamed. */
  private static void write(Path file, String text) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(beside);
    Files.createFile(
        beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(beside, text, StandardCharsets.US_ASCII);
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
