package fi.kaiku.device.printer;

import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.port.SerialBytePort;
import fi.kaiku.device.port.TcpBytePort;
import fi.kaiku.device.usb.UsbHost;
import fi.kaiku.device.virtual.VirtualPrinter;
import java.nio.file.Path;
import java.util.function.Function;

/** The way to a printer from its address in {@code terminal.yaml}. */
public final class PrinterPorts {
  private final SysfsScan devices;
  private final UsbHost usb;
  private final Function<PortAddress.Virtual, VirtualPrinter> virtuals;

  /**
   * Looks for devices there.
   *
   * @param virtuals the printers that this program plays, by their names
   */
  public PrinterPorts(
      SysfsScan devices, UsbHost usb, Function<PortAddress.Virtual, VirtualPrinter> virtuals) {
    this.devices = devices;
    this.usb = usb;
    this.virtuals = virtuals;
  }

  /**
   * How to open the port, time and again.
   *
   * @param baud bits per second of a serial line; the others have none
   */
  public PortOpener opener(PortAddress address, int baud) {
    return switch (address) {
      case PortAddress.Serial serial -> () -> SerialBytePort.open(serial, baud);
      case PortAddress.Usb wanted -> () -> UsbPrinterPort.open(wanted, devices, usb);
      case PortAddress.UsbLp wanted -> () -> LpPrinterPort.open(wanted, devices);
      case PortAddress.LpFile file -> () -> LpPrinterPort.open(Path.of(file.path()));
      case PortAddress.Tcp tcp -> () -> TcpBytePort.connect(tcp);
      case PortAddress.Virtual name -> virtuals.apply(name)::open;
    };
  }
}
