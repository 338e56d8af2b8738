package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvdevKeysTest {
  private static final int EV_SYN = 0;
  private static final int EV_KEY = 1;
  private static final int EV_MSC = 4;
  private static final int SYN_DROPPED = 3;
  private static final int ENTER = 28;
  private static final int LEFT_SHIFT = 42;
  private static final int LEFT_ALT = 56;
  private static final int F1 = 59;

  private final EvdevKeys keys = new EvdevKeys(new KeyDecoder(KeyLayout.US));

  /** Rows of an American keyboard with the first code of each (linux/input-event-codes.h). */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '"',
      value = {"2 1234567890-=", "16 qwertyuiop[]", "30 asdfghjkl;'`", "43 \\zxcvbnm,./"})
  void keysAreWhereTheyAreOnAKeyboard(int first, String row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < row.length(); i++) {
      text.append(pressed(first + i));
    }
    assertThat(text.toString()).isEqualTo(row);
  }

  @Test
  void theKeypadTypesDigits() {
    StringBuilder text = new StringBuilder();
    for (int code : new int[] {71, 72, 73, 75, 76, 77, 79, 80, 81, 82, 83, 74, 78, 55, 98, 96}) {
      text.append(pressed(code));
    }
    assertThat(text.toString()).isEqualTo("7894561230.-+*/\r");
  }

  @Test
  void shiftHoldsAndEnterEnds() {
    assertThat(accept(event(EV_KEY, LEFT_SHIFT, 1), event(EV_KEY, 30, 1), event(EV_KEY, 30, 0)))
        .isEqualTo("A");
    assertThat(accept(event(EV_KEY, LEFT_SHIFT, 0))).isEmpty();
    assertThat(pressed(30)).isEqualTo("a");
    assertThat(pressed(ENTER)).isEqualTo("\r");
  }

  @Test
  void charactersTypedByNumberComeWithAlt() {
    assertThat(accept(event(EV_KEY, LEFT_ALT, 1))).isEmpty();
    assertThat(pressed(77) + pressed(76)).isEmpty();
    assertThat(accept(event(EV_KEY, LEFT_ALT, 0))).isEqualTo("A");
  }

  @Test
  void otherEventsAndRepeatsSayNothing() {
    assertThat(accept(event(EV_MSC, 4, 458756), event(EV_SYN, 0, 0))).isEmpty();
    assertThat(accept(event(EV_KEY, 30, 1), event(EV_KEY, 30, 2), event(EV_KEY, 30, 2)))
        .isEqualTo("a");
  }

  @Test
  void whatIsLostOrMeansNoTextLeavesAMark() {
    String mark = String.valueOf(KeyDecoder.SUBSTITUTE);
    assertThat(accept(event(EV_SYN, SYN_DROPPED, 0))).isEqualTo(mark);
    assertThat(pressed(F1)).isEqualTo(mark);
    assertThat(pressed(0x2FF)).isEqualTo(mark);
    byte[] cut = event(EV_KEY, 30, 1);
    assertThat(keys.accept(cut, 10)).isEqualTo(mark);
  }

  @Test
  void aShiftThatWasDownWhenEventsWereLostIsNotDownForEver() {
    assertThat(accept(event(EV_KEY, LEFT_SHIFT, 1), event(EV_SYN, SYN_DROPPED, 0))).hasSize(1);
    assertThat(pressed(30)).isEqualTo("a");
  }

  @Property
  void noEventsMakeItThrow(@ForAll byte[] garbage) {
    EvdevKeys fresh = new EvdevKeys(new KeyDecoder(KeyLayout.FR));
    assertThat(fresh.accept(garbage, garbage.length)).hasSizeLessThanOrEqualTo(garbage.length + 1);
  }

  private String pressed(int code) {
    return accept(event(EV_KEY, code, 1), event(EV_SYN, 0, 0), event(EV_KEY, code, 0));
  }

  private String accept(byte[]... events) {
    List<Byte> bytes = new ArrayList<>();
    for (byte[] event : events) {
      for (byte b : event) {
        bytes.add(b);
      }
    }
    byte[] all = new byte[bytes.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = bytes.get(i);
    }
    return keys.accept(all, all.length);
  }

  private static byte[] event(int type, int code, int value) {
    return ByteBuffer.allocate(EvdevKeys.EVENT_BYTES)
        .order(ByteOrder.nativeOrder())
        .putLong(1)
        .putLong(2)
        .putShort((short) type)
        .putShort((short) code)
        .putInt(value)
        .array();
  }
}
