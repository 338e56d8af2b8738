package fi.kaiku.device.printer;

import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.port.TcpBytePort;
import fi.kaiku.device.virtual.VirtualPrinter;
import fi.kaiku.device.virtual.VirtualPrinterServer;
import org.junit.jupiter.api.AfterEach;

/** The contract over a real TCP connection. */
class TcpPrinterTest extends ReceiptPrinterContract {
  private VirtualPrinterServer server;

  @Override
  PortOpener waysTo(VirtualPrinter printer) {
    server = new VirtualPrinterServer(printer);
    return () -> TcpBytePort.connect(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }
}
