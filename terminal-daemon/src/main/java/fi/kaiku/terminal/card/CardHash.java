package fi.kaiku.terminal.card;

import java.nio.ByteBuffer;

/**
 * A card id as the terminal may keep it: HMAC-SHA256 under the national key, cut to 16 bytes (here
 * two longs, big-endian), with the number of the key (R27). Personal data still: erased 14 days
 * after its event (R28).
 */
public record CardHash(int keyNumber, long high, long low) {
  public static final int LENGTH = 16;

  /** From the bytes as they stand in a database. */
  public static CardHash of(int keyNumber, byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException(
          "card hash: " + bytes.length + " bytes, expected " + LENGTH);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new CardHash(keyNumber, buffer.getLong(), buffer.getLong());
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(LENGTH).putLong(high).putLong(low).array();
  }

  /** Four hex digits only: enough to tell two apart in a debugger, no use to a thief. */
  @Override
  public String toString() {
    return "CardHash[%d:%04x..]".formatted(keyNumber, high >>> 48);
  }
}
