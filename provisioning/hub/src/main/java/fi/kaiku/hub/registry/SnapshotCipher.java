package fi.kaiku.hub.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/**
 * Encrypts a file block by block, so that it is read and written in bounded memory:
 * ChaCha20-Poly1305 (RFC 8439), which is quick on processors without AES, too. Each block of 64 KiB
 * has a tag of its own; its nonce is four bytes that tell the last block (1) from others (0), then
 * its number: blocks can't be exchanged, and none is missing at the end. A key is for one file.
 */
final class SnapshotCipher {
  static final int BLOCK_BYTES = 1 << 16;

  private static final String ALGORITHM = "ChaCha20-Poly1305";
  private static final int NONCE_BYTES = 12;

  private SnapshotCipher() {}

  static void encrypt(InputStream plain, OutputStream out, SecretKey key) throws IOException {
    byte[] block = plain.readNBytes(BLOCK_BYTES);
    long number = 0;
    while (true) {
      byte[] next = plain.readNBytes(BLOCK_BYTES);
      int isLast = next.length == 0 ? 1 : 0;
      out.write(closed(block, key, nonce(isLast, number++)));
      if (isLast == 1) {
        return;
      }
      block = next;
    }
  }

  private static byte[] closed(byte[] block, SecretKey key, byte[] nonce) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(nonce));
      return cipher.doFinal(block);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  private static byte[] nonce(int isLast, long number) {
    return ByteBuffer.allocate(NONCE_BYTES).putInt(isLast).putLong(number).array();
  }
}
