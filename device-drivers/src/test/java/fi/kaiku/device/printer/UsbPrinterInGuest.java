package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.discovery.UsbFunction;
import fi.kaiku.device.usb.UsbHost;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The contract on an interface claimed from the kernel. */
class UsbPrinterInGuest extends GuestPrinterContract {
  @Override
  UsbPrinterPort open() throws IOException {
    return UsbPrinterPort.open(ADDRESS, DEVICES, new UsbHost());
  }

  @Test
  void itSaysWhatItIsAndTheKernelGetsItBack() throws Exception {
    try (UsbPrinterPort port = open()) {
      assertThat(port.deviceId()).isEqualTo(new Ieee1284Id("USB-LAB", "LAB80", "ESC/POS"));
      assertThat(port.portStatus()).isEqualTo(new PortStatus(0x18));
      lab.tell("printer set paper-out");
      assertThat(port.portStatus().saysPaperOut()).isTrue();
      lab.tell("printer clear paper-out");
      assertThat(driver()).isEqualTo("usbfs");
    }
    assertThat(driver()).isEqualTo("usblp");
  }

  private String driver() {
    return DEVICES.scan().stream()
        .flatMap(device -> device.functions(UsbFunction.Kind.PRINTER).stream())
        .findFirst()
        .orElseThrow()
        .driver();
  }
}
