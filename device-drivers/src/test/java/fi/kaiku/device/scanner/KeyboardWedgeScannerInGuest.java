package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.lab.Lab;
import fi.kaiku.device.port.PortAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract on a scanner that plays a keyboard, on a real kernel's USB stack. */
class KeyboardWedgeScannerInGuest extends ScannerContract {
  private static final PortAddress.Usb WEDGE =
      (PortAddress.Usb) PortAddress.parse("usb:1209:0004:WDG0001");

  private Lab lab;

  @Override
  Scanner makeScanner() throws Exception {
    lab = new Lab();
    lab.plugAfresh("wedge");
    return LabScanners.scanner(WEDGE, ScannerKind.KEYBOARD, WEDGE);
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
    return 0.5;
  }

  @Override
  void plug() throws Exception {
    lab.tell("wedge plug");
  }

  @Override
  void unplug() throws Exception {
    lab.tell("wedge unplug");
  }

  @Test
  void aStallSpoilsTheScanUnderWayOnly() throws Exception {
    beginScan("]A0", "ABC");
    lab.tell("wedge stall 81");
    assertThat(ears.next()).isInstanceOf(UnreadableScan.class);
    scan("]A0", "AFTER");
    assertThat(((Scan) ears.next()).text()).isEqualTo("AFTER");
  }

  @Test
  void aHundredCharactersWithoutAPauseAreAllRead() throws Exception {
    lab.tell("wedge gap 0");
    String text = "ABCDEFGHIJ".repeat(10);
    scan("]Q1", text);
    lab.tell("wedge gap 4");
    assertThat(((Scan) ears.next()).text()).isEqualTo(text);
  }

  @Test
  void nobodyElseSeesWhatItTypes() throws Exception {
    assertThat(
            new SysfsScan(Path.of("/sys"))
                .scan().stream()
                    .filter(d -> d.address().equals(WEDGE))
                    .flatMap(d -> d.functions().stream()))
        .isNotEmpty()
        .allMatch(f -> f.isClaimed() && f.nodes().isEmpty());
  }
}
