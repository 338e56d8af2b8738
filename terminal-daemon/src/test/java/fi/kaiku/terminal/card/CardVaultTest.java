package fi.kaiku.terminal.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardVaultTest {
  private static final CardId ID = new CardId("K4K7P2M9QX");
  private static final UUID ROW = new UUID(1, 2);

  private final CardVault vault = new CardVault(new byte[32], new SecureRandom());

  @Test
  void aSealedIdOpensAndDoesNotShowTheId() {
    byte[] sealed = vault.seal(ID, ROW);

    assertThat(sealed).hasSize(CardVault.SEALED_LENGTH);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("K4K7", "9QX");
    assertThat(vault.open(sealed, ROW)).isEqualTo(ID);
  }

  @Test
  void theSameIdIsSealedDifferentlyEachTime() {
    assertThat(vault.seal(ID, ROW)).isNotEqualTo(vault.seal(ID, ROW));
  }

  @Test
  void itDoesNotOpenInAnotherRow() {
    byte[] sealed = vault.seal(ID, ROW);

    assertThatThrownBy(() -> vault.open(sealed, new UUID(1, 3)))
        .isInstanceOf(SealBrokenException.class);
  }

  @Property
  void noChangedBitGoesUnnoticed(@ForAll @IntRange(max = CardVault.SEALED_LENGTH * 8 - 1) int bit) {
    byte[] sealed = vault.seal(ID, ROW);
    sealed[bit / 8] ^= (byte) (1 << bit % 8);

    assertThatThrownBy(() -> vault.open(sealed, ROW)).isInstanceOf(SealBrokenException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 38, 40})
  void noOtherLengthOpens(int length) {
    byte[] cut = Arrays.copyOf(vault.seal(ID, ROW), length);

    assertThatThrownBy(() -> vault.open(cut, ROW)).isInstanceOf(SealBrokenException.class);
  }
}
