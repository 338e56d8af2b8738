package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceHealth.Troubled;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.discovery.FakeSysfs;
import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.usb.UsbHost;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a USB scanner says when it can't be opened; on real devices: the tests in the guest. */
@Timeout(60)
class UsbScannersTest {
  private static final String KEYBOARD = "05010906a10105077508950119e029e78102c0";

  @TempDir Path folder;
  private FakeSysfs sysfs;

  @BeforeEach
  void mount() {
    sysfs = new FakeSysfs(folder);
  }

  @Test
  void aScannerThatIsNotThereIsAbsent() throws Exception {
    assertTrouble("usb:05f9:4204", HealthCode.SCANNER_ABSENT);
  }

  @Test
  void twinsAreToldApartByATechnician() throws Exception {
    sysfs.plugCdc("1-1", "05f9:4204", "", "ttyACM0");
    sysfs.plugCdc("1-2", "05f9:4204", "", "ttyACM1");
    assertTrouble("usb:05f9:4204", HealthCode.SCANNER_TWINS);
  }

  @Test
  void somebodysKeyboardIsLeftAlone() throws Exception {
    sysfs.plugHid("1-1", "046d:c31c", "", KEYBOARD);
    assertTrouble("usb:046d:c31c", HealthCode.SCANNER_NOT_CONFIRMED);
  }

  @Test
  void aPrinterIsNoScanner() throws Exception {
    sysfs.plugPrinter("1-1", "04b8:0e15", "P1");
    assertTrouble("usb:04b8:0e15:P1", HealthCode.SCANNER_WRONG_MODE);
  }

  private void assertTrouble(String address, HealthCode code) throws Exception {
    UsbScanners scanners =
        new UsbScanners(
            new SysfsScan(folder),
            new UsbHost(),
            new WedgeAllowList(Set.of()),
            InstantSource.system());
    PortAddress.Usb port = (PortAddress.Usb) PortAddress.parse(address);
    ScannerEars ears = new ScannerEars();
    try (Scanner scanner =
        scanners.scanner(new DeviceName("desk-1"), UsbScannerSetup.usual(port, ScannerKind.AUTO))) {
      scanner.start(ears::hear, ears::feel);
      assertThat(ears.await(Troubled.class).code()).isEqualTo(code);
    }
  }
}
