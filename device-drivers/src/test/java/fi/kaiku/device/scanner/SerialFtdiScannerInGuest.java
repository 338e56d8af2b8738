package fi.kaiku.device.scanner;

import fi.kaiku.device.lab.Lab;
import fi.kaiku.device.port.PortAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/**
 * The contract on a scanner behind a USB serial adapter (ttyUSBn), on a real kernel's USB stack.
 */
class SerialFtdiScannerInGuest extends ByteScannerContract {
  private static final PortAddress.Usb SCANNER =
      (PortAddress.Usb) PortAddress.parse("usb:0403:6001");

  private Lab lab;

  @Override
  Scanner makeScanner() throws Exception {
    lab = new Lab();
    return LabScanners.scanner(SCANNER, ScannerKind.AUTO);
  }

  @AfterEach
  void leaveLab() throws Exception {
    lab.close();
  }

  @Override
  void send(byte[] bytes) throws Exception {
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < latin.length(); i++) {
      char c = latin.charAt(i);
      text.append(Character.isLetterOrDigit(c) && c < 0x80 ? "" + c : "\\x%02x".formatted((int) c));
    }
    lab.tell("ftdi send " + text);
  }

  @Override
  int burst() {
    return 100;
  }

  @Override
  double busyShare() {
    return LabScanners.BUSY_SHARE;
  }

  @Override
  Duration closesWithin() {
    return LabScanners.PATIENCE;
  }

  @Override
  void plug() throws Exception {
    lab.tell("ftdi plug");
  }

  @Override
  void unplug() throws Exception {
    lab.tell("ftdi unplug");
  }
}
