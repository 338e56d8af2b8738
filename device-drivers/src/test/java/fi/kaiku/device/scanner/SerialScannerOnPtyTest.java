package fi.kaiku.device.scanner;

import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.PtyDevice;
import fi.kaiku.device.port.SerialBytePort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a real kernel line: jSerialComm on a pseudo-terminal. */
class SerialScannerOnPtyTest extends ByteScannerContract {
  private static final int BAUD = 9600;

  @TempDir Path folder;
  private PtyDevice device;

  @Override
  Scanner makeScanner() throws Exception {
    plug();
    PortAddress.Serial address = device.address();
    return new SerialScanner(
        DESK, () -> SerialBytePort.open(address, BAUD), Framing.unknown(), InstantSource.system());
  }

  @Override
  void plug() throws Exception {
    device = PtyDevice.plug(folder.resolve("ttySCANNER"));
  }

  @Override
  void unplug() throws Exception {
    device.unplug();
  }

  @Override
  void send(byte[] bytes) throws IOException {
    device.send(bytes);
  }

  @AfterEach
  void pullPlug() throws Exception {
    device.close();
  }
}
