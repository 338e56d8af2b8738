package fi.kaiku.hub.registry;

import java.nio.ByteBuffer;

/**
 * One card of the registry. The bytes of the hash are not to be changed.
 *
 * @param hash 16 bytes: HMAC-SHA256 of the id under the national key, cut
 */
@SuppressWarnings("ArrayRecordComponent") // A million of these pass by; nobody compares them.
record CardRow(byte[] hash, CardFacts facts) {
  /**
   * The card's share of the registry's checksum, which is the sum modulo 2^64 over all cards: so it
   * is kept up to date change by change. It is against mistakes and damage; against forgery there
   * are signatures.
   */
  long share() {
    ByteBuffer halves = ByteBuffer.wrap(hash);
    return mix(halves.getLong() ^ mix(halves.getLong() ^ mix(facts.packed())));
  }

  /** The finaliser of SplitMix64: each bit of the result hangs on each bit of the number. */
  private static long mix(long number) {
    long z = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public String toString() {
    return "CardRow";
  }
}
