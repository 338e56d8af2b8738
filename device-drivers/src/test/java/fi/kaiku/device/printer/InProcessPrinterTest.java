package fi.kaiku.device.printer;

import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.virtual.VirtualPrinter;

/** The contract over a virtual printer inside this program. */
class InProcessPrinterTest extends ReceiptPrinterContract {
  @Override
  PortOpener waysTo(VirtualPrinter printer) {
    return printer::open;
  }
}
