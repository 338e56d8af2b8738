package fi.kaiku.device.usb;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.usb.UsbEndpoint.Kind;
import fi.kaiku.device.usb.UsbInterface.Direction;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class UsbDescriptorsTest {
  /** A receipt printer: class 7/1/2, bulk OUT 01, bulk IN 82. */
  static final String PRINTER =
      "120100020000004009120500000101020301"
          + "0902200001010080"
          + "19"
          + "090400000207010200"
          + "0705010240"
          + "0000"
          + "0705820240"
          + "0000";

  @Test
  void aPrinterHasItsEndpoints() {
    UsbInterface printer = UsbDescriptors.interfaces(bytes(PRINTER)).getFirst();
    assertThat(printer.isPrinter()).isTrue();
    assertThat(printer.isHid()).isFalse();
    assertThat(printer.protocol()).isEqualTo(2);
    assertThat(printer.endpoints(Kind.BULK, Direction.OUT))
        .containsExactly(new UsbEndpoint(0x01, Kind.BULK, 64));
    assertThat(printer.endpoints(Kind.BULK, Direction.IN))
        .containsExactly(new UsbEndpoint(0x82, Kind.BULK, 64));
    assertThat(printer.endpoints(Kind.INTERRUPT, Direction.IN)).isEmpty();
  }

  @Test
  void alternateSettingsStandByThemselves() {
    String two =
        PRINTER
            + "090400010107010100"
            + "07050302000400"
            + "0204"
            + "090401000103010100"
            + "07058103080004";
    List<UsbInterface> found = UsbDescriptors.interfaces(bytes(two));
    assertThat(found).extracting(UsbInterface::number).containsExactly(0, 0, 1);
    assertThat(found).extracting(UsbInterface::alternate).containsExactly(0, 1, 0);
    assertThat(found.get(1).endpoints().getFirst().packetSize()).isEqualTo(1024);
    assertThat(found.get(2).isBootKeyboard()).isTrue();
  }

  @Test
  void aSecondConfigurationIsNotInUse() {
    String second = PRINTER + PRINTER.substring(36);
    assertThat(UsbDescriptors.interfaces(bytes(second))).hasSize(1);
  }

  @Test
  void whatIsCutOffIsLeftOut() {
    byte[] whole = bytes(PRINTER);
    for (int cut = 0; cut < whole.length; cut++) {
      List<UsbInterface> found = UsbDescriptors.interfaces(Arrays.copyOf(whole, cut));
      assertThat(found).hasSize(cut < 36 ? 0 : 1);
    }
  }

  @Test
  void aDescriptorOfLengthNothingEndsTheList() {
    assertThat(UsbDescriptors.interfaces(bytes("120100" + "000400000207010200"))).isEmpty();
    assertThat(UsbDescriptors.interfaces(new byte[100])).isEmpty();
  }

  @Property
  void noBytesMakeItThrow(@ForAll byte[] garbage) {
    assertThat(UsbDescriptors.interfaces(garbage)).hasSizeLessThanOrEqualTo(garbage.length / 9);
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
