package fi.kaiku.terminal;

import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.SerialBytePort;
import fi.kaiku.device.usb.UsbHost;
import fi.kaiku.device.usb.UsbInterface;
import fi.kaiku.device.usb.UsbLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** Touches every library with machine code and prints from which files it was loaded. */
final class NativeLibrariesProgram {
  private static final Pattern OURS = Pattern.compile(".*(usb4java|SerialComm|sqlite).*");
  private static final int BAUD = 9600;

  private NativeLibrariesProgram() {}

  public static void main(String[] args) throws IOException, SQLException {
    NativeLibraries.fromBesideThisProgram();
    touchSerial();
    touchUsb();
    DriverManager.getConnection("jdbc:sqlite::memory:").close();
    Files.readAllLines(Path.of("/proc/self/maps")).stream()
        .filter(line -> line.contains(" r-xp ") && line.endsWith(".so"))
        .map(line -> line.substring(line.indexOf('/')))
        .filter(OURS.asMatchPredicate())
        .forEach(System.out::println);
  }

  private static void touchSerial() {
    try {
      SerialBytePort.open(new PortAddress.Serial("/dev/null"), BAUD).close();
    } catch (IOException expected) {
      System.out.println("serial: " + expected.getMessage());
    }
  }

  private static void touchUsb() {
    UsbInterface any = new UsbInterface(0, 0, UsbInterface.CLASS_PRINTER, 1, 2, List.of());
    try {
      new UsbHost().claim(new UsbLocation(250, 120), any).close();
    } catch (IOException expected) {
      System.out.println("usb: " + expected.getMessage());
    }
  }
}
