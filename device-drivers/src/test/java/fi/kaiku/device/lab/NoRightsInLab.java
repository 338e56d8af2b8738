package fi.kaiku.device.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.discovery.UsbFunction;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import fi.kaiku.device.port.SerialBytePort;
import fi.kaiku.device.printer.LpPrinterPort;
import fi.kaiku.device.printer.UsbPrinterPort;
import fi.kaiku.device.usb.UsbHost;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An ordinary user without our rules, in the guest; UsbLabTest runs it. */
class NoRightsInLab {
  private static final PortAddress.Usb PRINTER =
      (PortAddress.Usb) PortAddress.parse("usb:1209:0005:PRN0001");
  private static final PortAddress.Usb CDC =
      (PortAddress.Usb) PortAddress.parse("usb:1209:0002:CDC0001");

  private final SysfsScan devices = new SysfsScan(Path.of("/sys"));
  private Lab lab;

  @BeforeEach
  void plug() throws Exception {
    lab = new Lab();
    lab.plugAfresh("printer");
    lab.plugAfresh("cdc");
  }

  @AfterEach
  void leave() throws Exception {
    lab.close();
  }

  @Test
  void aPrinterIsRefusedForRights() {
    refused(() -> UsbPrinterPort.open(PRINTER, devices, new UsbHost()));
    refused(() -> LpPrinterPort.open(new PortAddress.UsbLp(PRINTER), devices));
  }

  @Test
  void aSerialLineIsRefusedForRights() {
    String line =
        devices.scan().stream()
            .filter(device -> device.address().equals(CDC))
            .flatMap(device -> device.functions(UsbFunction.Kind.SERIAL_LINE).stream())
            .flatMap(function -> function.nodes().stream())
            .findFirst()
            .orElseThrow();
    refused(() -> SerialBytePort.open(new PortAddress.Serial(line), 9600));
  }

  private static void refused(PortOpener opener) {
    assertThatThrownBy(() -> opener.open().close())
        .isInstanceOfSatisfying(
            PortUnavailableException.class,
            trouble -> assertThat(trouble.reason()).isEqualTo(Reason.NO_RIGHTS));
  }
}
