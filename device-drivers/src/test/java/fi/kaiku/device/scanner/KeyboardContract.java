package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.discovery.Sighting;
import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.discovery.UsbFunction;
import fi.kaiku.device.lab.Lab;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.PortUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract on the lab's keyboard wedge, however it is read. */
abstract class KeyboardContract extends ScannerContract {
  static final PortAddress.Usb WEDGE = (PortAddress.Usb) PortAddress.parse("usb:1209:0004:WDG0001");

  Lab lab;

  @Override
  final Scanner makeScanner() throws Exception {
    lab = new Lab();
    lab.plugAfresh("wedge");
    return makeWedge();
  }

  abstract Scanner makeWedge() throws Exception;

  /** NAK is all that a device does that has nothing to say; then it goes on where it was. */
  @Test
  void aReaderThatFallsSilentBetweenScansIsHeardAgain() throws Exception {
    lab.tell("wedge nak 81 on");
    lab.tell("later 1500 wedge nak 81 off");
    scan("]A0", "LATE");
    assertThat(ears.nextText()).isEqualTo("LATE");
    assertThat(ears.healths).isEmpty();
  }

  @Test
  void aSlowReaderIsWaitedFor() throws Exception {
    lab.tell("wedge delay 81 20");
    scan("]A0", "SLOW");
    assertThat(ears.nextText()).isEqualTo("SLOW");
    lab.tell("wedge delay 81 0");
  }

  @AfterEach
  void leaveLab() throws Exception {
    lab.close();
  }

  @Override
  void scan(String aim, String text) throws Exception {
    lab.tell("wedge type " + aim + text + "\\n");
  }

  @Override
  void sendGarbage() throws Exception {
    // F1, released, Enter, released.
    lab.tell("wedge raw 81 00003a0000000000");
    lab.tell("wedge raw 81 0000000000000000");
    lab.tell("wedge raw 81 0000280000000000");
    lab.tell("wedge raw 81 0000000000000000");
  }

  @Override
  void beginScan(String aim, String text) throws Exception {
    lab.tell("wedge type " + aim + text);
  }

  @Override
  int burst() {
    return 20;
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
    lab.tell("wedge plug");
  }

  @Override
  void unplug() throws Exception {
    lab.tell("wedge unplug");
  }

  static List<UsbFunction> functions(PortAddress.Usb address) {
    try {
      return Sighting.of(address, new SysfsScan(Path.of("/sys")).scan()).only(address).functions();
    } catch (PortUnavailableException e) {
      throw new AssertionError(e);
    }
  }
}
