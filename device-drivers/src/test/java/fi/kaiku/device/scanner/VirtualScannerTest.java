package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.virtual.VirtualScanner;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The contract on the scanner that the demo scans with, so that it can't promise too much. */
class VirtualScannerTest extends ByteScannerContract {
  private VirtualScanner virtual;

  @Override
  Scanner makeScanner() {
    virtual = new VirtualScanner(DESK, InstantSource.system());
    return virtual;
  }

  @Override
  void plug() {
    virtual.plug();
  }

  @Override
  void unplug() {
    virtual.unplug();
  }

  @Override
  void send(byte[] bytes) {
    virtual.send(bytes);
  }

  @Test
  void itScansATextWithItsAimIdentifier() throws Exception {
    virtual.scan("ABC1234567", "]Q1");
    Scan scan = (Scan) ears.next();
    assertThat(scan.symbology()).isEqualTo(Symbology.QR);
    assertThat(scan.text()).isEqualTo("ABC1234567");
  }
}
