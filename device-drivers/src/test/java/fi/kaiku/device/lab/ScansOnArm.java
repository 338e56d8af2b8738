package fi.kaiku.device.lab;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.scanner.Reading;
import fi.kaiku.device.scanner.Scan;
import fi.kaiku.device.scanner.Scanner;
import fi.kaiku.device.scanner.ScannerKind;
import fi.kaiku.device.scanner.UsbScannerSetup;
import fi.kaiku.device.scanner.UsbScanners;
import fi.kaiku.device.scanner.WedgeAllowList;
import fi.kaiku.device.usb.UsbHost;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One scan through each native library, by the shipped drivers on an emulated aarch64 machine: the
 * serial adapter over jSerialComm, the keyboard claimed over usb4java. {@link ArmLabTest} has
 * usb-lab/arm-lab run it, which carries out the lines that begin with LAB.
 */
final class ScansOnArm {
  private static final PortAddress.Usb ADAPTER =
      (PortAddress.Usb) PortAddress.parse("usb:0403:6001");
  private static final PortAddress.Usb KEYBOARD =
      (PortAddress.Usb) PortAddress.parse("usb:0627:0001");
  private static final int SECONDS = 60;

  private ScansOnArm() {}

  /** Ends with 0 when both were read. */
  public static void main(String[] args) throws InterruptedException {
    say("ON " + System.getProperty("os.arch") + " Java " + System.getProperty("java.version"));
    boolean serial = reads(ADAPTER, ScannerKind.SERIAL, "ftdi send ]A0ABC1234567\\r");
    boolean keyboard = reads(KEYBOARD, ScannerKind.KEYBOARD, "kbd type ABC1234567\\n");
    System.exit(serial && keyboard ? 0 : 1);
  }

  private static boolean reads(PortAddress.Usb address, ScannerKind kind, String scan)
      throws InterruptedException {
    BlockingQueue<Reading> readings = new LinkedBlockingQueue<>();
    BlockingQueue<DeviceHealth> healths = new LinkedBlockingQueue<>();
    UsbScanners scanners =
        new UsbScanners(
            new SysfsScan(Path.of("/sys")),
            new UsbHost(),
            new WedgeAllowList(Set.of(KEYBOARD)),
            InstantSource.system());
    try (Scanner scanner =
        scanners.scanner(new DeviceName("desk"), UsbScannerSetup.usual(address, kind))) {
      scanner.start(readings::add, healths::add);
      DeviceHealth health = healths.poll(SECONDS, TimeUnit.SECONDS);
      say("HEALTH " + kind + " " + health);
      say("LAB " + scan);
      Reading reading = readings.poll(SECONDS, TimeUnit.SECONDS);
      boolean whole = reading instanceof Scan read && read.text().equals("ABC1234567");
      say((whole ? "READ " : "NOT READ ") + kind + " " + reading);
      return whole;
    }
  }

  @SuppressWarnings("SystemOut") // the lab reads it
  private static void say(String line) {
    System.out.println(line);
  }
}
