package fi.kaiku.terminal;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.discovery.HotplugWatch;
import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.SerialBytePort;
import fi.kaiku.device.printer.EscPosPrinter;
import fi.kaiku.device.printer.PrinterPorts;
import fi.kaiku.device.printer.ReceiptPrinter;
import fi.kaiku.device.scanner.Scanner;
import fi.kaiku.device.scanner.ScannerSearch;
import fi.kaiku.device.scanner.SerialScanner;
import fi.kaiku.device.scanner.UsbScanners;
import fi.kaiku.device.scanner.WedgeAllowList;
import fi.kaiku.device.usb.UsbHost;
import fi.kaiku.device.virtual.PaperRoll;
import fi.kaiku.device.virtual.VirtualPrinter;
import fi.kaiku.device.virtual.VirtualScanner;
import fi.kaiku.terminal.api.VirtualDevices;
import fi.kaiku.terminal.api.VirtualPaper;
import fi.kaiku.terminal.card.CardReader;
import fi.kaiku.terminal.config.PrinterConfig;
import fi.kaiku.terminal.config.ScannerConfig;
import fi.kaiku.terminal.config.TerminalConfig;
import fi.kaiku.terminal.selftest.DeviceSheets;
import fi.kaiku.terminal.selftest.RecentScans;
import fi.kaiku.terminal.selftest.SelfTest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The devices of {@code terminal.yaml}, made but not started. */
final class TerminalDevices {
  private static final Path SYSFS = Path.of("/sys");

  /** Printable dots of the wider of the two paper rolls. */
  private static final int WIDE_PAPER_DOTS = 576;

  private final InstantSource time;
  private final SysfsScan sysfs = new SysfsScan(SYSFS);
  private final SelfTest selfTest;
  private final Map<DeviceName, Scanner> scanners = new LinkedHashMap<>();
  private final Map<DeviceName, ReceiptPrinter> printers = new LinkedHashMap<>();
  private final Map<String, VirtualScanner> virtualScanners = new LinkedHashMap<>();
  private final Map<String, VirtualPrinter> virtualPrinters = new LinkedHashMap<>();
  private final Map<String, VirtualPaper> virtualPapers = new LinkedHashMap<>();

  TerminalDevices(TerminalConfig config, InstantSource time) {
    this.time = time;
    this.selfTest =
        new SelfTest(
            new DeviceSheets(config, sysfs),
            new RecentScans(new CardReader(config.alsoAccepted()), time),
            new ScannerSearch(sysfs));
    UsbHost usb = new UsbHost();
    PrinterPorts ports = new PrinterPorts(sysfs, usb, port -> virtualPrinters.get(port.name()));
    UsbScanners usbScanners =
        new UsbScanners(sysfs, usb, new WedgeAllowList(config.scanningKeyboards()), time);
    config.scanners().forEach(each -> scanners.put(each.name(), scanner(each, usbScanners)));
    config.printers().forEach(each -> printers.put(each.name(), printer(each, ports)));
  }

  Collection<Scanner> scanners() {
    return scanners.values();
  }

  Collection<ReceiptPrinter> printers() {
    return printers.values();
  }

  Optional<Scanner> scanner(Optional<DeviceName> name) {
    return name.map(scanners::get);
  }

  Optional<ReceiptPrinter> printer(Optional<DeviceName> name) {
    return name.map(printers::get);
  }

  /** Watches the USB from now on: what was plugged in is tried at once. */
  HotplugWatch watchUsb() {
    HotplugWatch watch = new HotplugWatch(sysfs);
    watch.start(
        delta -> {
          if (delta.bringsSomething()) {
            scanners.values().forEach(Scanner::retryNow);
            printers.values().forEach(ReceiptPrinter::retryNow);
          }
        });
    return watch;
  }

  SelfTest selfTest() {
    return selfTest;
  }

  VirtualDevices virtual(Path sampleCards) {
    return new VirtualDevices(virtualScanners, virtualPapers, sampleCards);
  }

  private Scanner scanner(ScannerConfig config, UsbScanners usbScanners) {
    return switch (config.port()) {
      case PortAddress.Serial serial ->
          new SerialScanner(
              config.name(),
              () -> SerialBytePort.open(serial, config.baud()),
              config.framing(),
              time);
      case PortAddress.Virtual _ -> {
        VirtualScanner scanner = new VirtualScanner(config.name(), time);
        virtualScanners.put(config.name().value(), scanner);
        yield scanner;
      }
      case PortAddress.Usb usb -> usbScanners.scanner(config.name(), config.on(usb));
      case PortAddress.Tcp _, PortAddress.UsbLp _, PortAddress.LpFile _ ->
          throw new IllegalStateException("a scanner's port that the configuration refuses");
    };
  }

  private ReceiptPrinter printer(PrinterConfig config, PrinterPorts ports) {
    if (config.port() instanceof PortAddress.Virtual port) {
      VirtualPrinter printer = new VirtualPrinter(roll(config));
      virtualPrinters.put(port.name(), printer);
      virtualPapers.put(config.name().value(), new VirtualPaper(printer, time));
    }
    return new EscPosPrinter(
        config.name(), ports.opener(config.port(), config.baud()), config.profile(), time);
  }

  private static PaperRoll roll(PrinterConfig config) {
    return config.profile().paper().dots() >= WIDE_PAPER_DOTS ? PaperRoll.MM_80 : PaperRoll.MM_58;
  }
}
