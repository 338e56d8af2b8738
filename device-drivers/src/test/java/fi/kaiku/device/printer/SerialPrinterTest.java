package fi.kaiku.device.printer;

import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.port.PtyDevice;
import fi.kaiku.device.port.SerialBytePort;
import fi.kaiku.device.virtual.VirtualPrinter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract over a serial line, on a real pseudo-terminal. */
class SerialPrinterTest extends ReceiptPrinterContract {
  private static final int BAUD = 38_400;

  @TempDir private Path folder;
  private PtyBridge bridge;

  @BeforeEach
  void needsSocat() {
    PtyDevice.needsSocat();
  }

  @Override
  PortOpener waysTo(VirtualPrinter printer) throws Exception {
    Path link = folder.resolve("printer");
    bridge = new PtyBridge(printer, link);
    return () -> SerialBytePort.open(new PortAddress.Serial(link.toString()), BAUD);
  }

  @AfterEach
  void stop() throws Exception {
    if (bridge != null) {
      bridge.stop();
    }
  }
}
