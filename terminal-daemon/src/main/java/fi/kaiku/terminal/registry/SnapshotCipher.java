package fi.kaiku.terminal.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/**
 * Opens what the hub has encrypted, block by block (its openapi.yaml): ChaCha20-Poly1305, each
 * block with a tag of its own and a nonce that says its number and whether it is the last one.
 */
final class SnapshotCipher {
  private static final String ALGORITHM = "ChaCha20-Poly1305";
  private static final int NONCE_BYTES = 12;
  private static final int CLOSED_BLOCK_BYTES = (1 << 16) + 16;

  private SnapshotCipher() {}

  /** Throws where a block was changed, is missing or stands elsewhere. */
  static void open(InputStream closed, OutputStream plain, SecretKey key)
      throws IOException, BrokenRegistryException {
    byte[] block = closed.readNBytes(CLOSED_BLOCK_BYTES);
    for (long number = 0; block.length > 0; number++) {
      byte[] next = closed.readNBytes(CLOSED_BLOCK_BYTES);
      int last = next.length == 0 ? 1 : 0;
      plain.write(opened(block, key, number, last));
      block = next;
    }
  }

  private static byte[] opened(byte[] block, SecretKey key, long number, int last)
      throws BrokenRegistryException {
    byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(last).putLong(number).array();
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(nonce));
      return cipher.doFinal(block);
    } catch (AEADBadTagException e) {
      throw new BrokenRegistryException("block " + number + " can't be opened with the key");
    } catch (GeneralSecurityException e) {
      throw new BrokenRegistryException("block " + number + " is no block: " + e.getMessage());
    }
  }
}
