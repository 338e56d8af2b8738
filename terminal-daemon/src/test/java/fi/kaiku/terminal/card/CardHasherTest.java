package fi.kaiku.terminal.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CardHasherTest {
  private static final CardId ID = new CardId("K4K7P2M9QX");
  private static final byte[] SECRET = new byte[NationalKey.LENGTH];

  /** By OpenSSL: printf K4K7P2M9QX | openssl dgst -sha256 -mac HMAC -macopt hexkey:00..00 */
  private static final String BY_OPENSSL = "6fe134d6544ea3a74ed3fafdb38d3ca2";

  private final CardHasher hasher = new CardHasher(new NationalKey(3, SECRET));

  @Test
  void itIsTheFirstSixteenBytesOfAnHmacSha256() {
    assertThat(HexFormat.of().formatHex(hasher.hash(ID).bytes())).isEqualTo(BY_OPENSSL);
    assertThat(hasher.hash(ID).keyNumber()).isEqualTo(3);
  }

  @Test
  void anotherKeyMakesAnotherHashAndAnotherFingerprint() {
    byte[] other = SECRET.clone();
    other[31] = 1;
    CardHasher otherHasher = new CardHasher(new NationalKey(3, other));

    assertThat(otherHasher.hash(ID)).isNotEqualTo(hasher.hash(ID));
    assertThat(otherHasher.keyFingerprint()).isNotEqualTo(hasher.keyFingerprint()).hasSize(16);
  }

  @Test
  void manyThreadsGetTheSameHash() {
    var hashes = ConcurrentHashMap.<CardHash>newKeySet();
    IntStream.range(0, 10_000).parallel().forEach(i -> hashes.add(hasher.hash(ID)));

    assertThat(hashes).hasSize(1);
  }

  @Test
  void aKeyOfAnotherLengthOrNumberIsRefusedAndNeverPrinted() {
    assertThatIllegalArgumentException().isThrownBy(() -> new NationalKey(1, new byte[31]));
    assertThatIllegalArgumentException().isThrownBy(() -> new NationalKey(0, SECRET));
    assertThat(new NationalKey(3, SECRET)).hasToString("NationalKey[3]");
  }
}
