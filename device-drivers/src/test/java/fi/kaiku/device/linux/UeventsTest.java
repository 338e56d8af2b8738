package fi.kaiku.device.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class UeventsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "add@/devices/pci0000:00/0000:00:14.0/usb1/1-2\0ACTION=add\0SUBSYSTEM=usb\0",
        "remove@/devices/platform/vhci_hcd.0/usb3/3-1/3-1:1.0/tty/ttyACM0\0ACTION=remove\0",
        "bind@/devices/pci0000:00/usb1/1-2/1-2:1.0\0"
      })
  void whatHangsOnAUsbBusConcernsUs(String message) {
    assertThat(concerns(message)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\0",
        "@",
        "change@/devices/virtual/block/loop0\0SUBSYSTEM=block\0",
        "libudev\0/usb",
        "add/devices/usb1",
        "add@/devices/pci0000:00/net/eth0\0DEVPATH=/usb\0",
        "/usb@/devices/virtual/mem/null"
      })
  void nothingElseDoes(String message) {
    assertThat(concerns(message)).isFalse();
  }

  @Property(tries = 500)
  void noMessageMakesItThrow(@ForAll byte[] message) {
    assertThat(Uevents.concernsUsb(message, message.length)).isIn(true, false);
  }

  @Test
  void theKernelIsListenedToWithoutRightsAndWaitsEnd() throws Exception {
    Uevents events = Uevents.listen();
    assertThat(events.await(Duration.ofMillis(20))).isFalse();
    events.close();
    events.close();
    assertThatThrownBy(() -> events.await(Duration.ofMillis(20))).isInstanceOf(IOException.class);
  }

  private static boolean concerns(String message) {
    byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
    return Uevents.concernsUsb(bytes, bytes.length);
  }
}
