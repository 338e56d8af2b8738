package fi.kaiku.device.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortAddressTest {
  @Test
  void aUsbAddressHasModelSerialNumberAndSocket() {
    assertThat(PortAddress.parse("usb:05f9:2203"))
        .isEqualTo(new PortAddress.Usb(0x05f9, 0x2203, "", ""));
    assertThat(PortAddress.parse("usb:05f9:2203:S/N 1:2@x"))
        .isEqualTo(new PortAddress.Usb(0x05f9, 0x2203, "S/N 1:2@x", ""));
    assertThat(PortAddress.parse("usb:05f9:2203@1-1.2"))
        .isEqualTo(new PortAddress.Usb(0x05f9, 0x2203, "", "1-1.2"));
    assertThat(PortAddress.parse("usb:05f9:2203:0001@3-4"))
        .isEqualTo(new PortAddress.Usb(0x05f9, 0x2203, "0001", "3-4"));
    assertThat(PortAddress.parse("usb:05F9:ABCD:Ab"))
        .isEqualTo(new PortAddress.Usb(0x05f9, 0xabcd, "Ab", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usb:05f9:2203",
        "usb:05f9:2203:A1",
        "usb:05f9:2203@1-1.2",
        "usb:0000:ffff:1@2-3",
        "usb-lp:04b8:0202:usb1",
        "usb-lp:/dev/usb/lp0",
        "serial:/dev/ttyS0",
        "tcp://192.0.2.7:9100",
        "virtual:tickets"
      })
  void anAddressIsWrittenAsItIsRead(String text) {
    assertThat(PortAddress.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"usb:", "usb:05f9", "usb:05g9:2203", "usb:5f9:2203", "usb:05f9:2203:", "/dev/tty"})
  void anythingElseIsRefusedWithWhatWasExpected(String text) {
    assertThatThrownBy(() -> PortAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "': expected");
  }
}
