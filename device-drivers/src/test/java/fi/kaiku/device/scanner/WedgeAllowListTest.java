package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.PortUnavailableException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WedgeAllowListTest {
  private static final PortAddress.Usb SCANNER = new PortAddress.Usb(0x05e0, 0x1200, "S1", "");
  private static final PortAddress.Usb KEYBOARD = new PortAddress.Usb(0x046d, 0xc31c, "", "");

  @Test
  void onlyAConfirmedKeyboardMayBeTaken() throws Exception {
    WedgeAllowList list = new WedgeAllowList(Set.of(SCANNER));
    assertThat(list.leave(SCANNER, KeyLayout.FI).keyboard()).isEqualTo(SCANNER);
    assertThatThrownBy(() -> list.leave(KEYBOARD, KeyLayout.FI))
        .isInstanceOf(PortUnavailableException.class)
        .hasMessageContaining("usb:046d:c31c")
        .hasMessageContaining("nobody has confirmed");
  }
}
