package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceHealth.Troubled;
import fi.kaiku.device.DeviceHealth.Working;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.lab.Lab;
import fi.kaiku.device.port.PortAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract on a HID POS scanner on a real kernel's USB stack. */
class HidPosScannerInGuest extends ScannerContract {
  private static final PortAddress.Usb SCANNER =
      (PortAddress.Usb) PortAddress.parse("usb:1209:0003:POS0001");

  private Lab lab;

  @Override
  Scanner makeScanner() throws Exception {
    lab = new Lab();
    lab.plugAfresh("hidpos");
    return scannerAt(SCANNER);
  }

  private static Scanner scannerAt(PortAddress.Usb address) {
    return LabScanners.scanner(address, ScannerKind.HID_POS);
  }

  @AfterEach
  void leaveLab() throws Exception {
    lab.close();
  }

  @Override
  void scan(String aim, String text) throws Exception {
    lab.tell("hidpos scan-aim " + aim + " " + text);
  }

  @Override
  void sendGarbage() throws Exception {
    lab.tell("hidpos raw 81 02" + "ff".repeat(62) + "00");
  }

  @Override
  void beginScan(String aim, String text) throws Exception {
    String frame = aim + text;
    StringBuilder report = new StringBuilder("02%02x".formatted(text.length()));
    for (int i = 0; i < frame.length(); i++) {
      char c = frame.charAt(i);
      report.append("%02x".formatted((int) c));
    }
    report.append("00".repeat(58 - text.length())).append("01");
    lab.tell("hidpos raw 81 " + report);
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
    lab.tell("hidpos plug");
  }

  @Override
  void unplug() throws Exception {
    lab.tell("hidpos unplug");
  }

  @Test
  void aLongCodeComesInSeveralReports() throws Exception {
    String text = "0123456789".repeat(30);
    scan("]Q1", text);
    assertThat(ears.nextText()).isEqualTo(text);
  }

  @Test
  void aStallIsClearedAndTold() throws Exception {
    lab.tell("hidpos stall 81");
    assertThat(ears.next()).isInstanceOf(UnreadableScan.class);
    scan("]A0", "AFTER");
    assertThat(ears.nextText()).isEqualTo("AFTER");
    assertThat(ears.healths).isEmpty();
  }

  @Test
  void aFailedTransferIsToldAndReadingGoesOn() throws Exception {
    for (String fault : new String[] {"EPROTO", "EOVERFLOW", "EILSEQ"}) {
      lab.tell("hidpos fault 81 " + fault);
      assertThat(ears.next()).as(fault).isInstanceOf(UnreadableScan.class);
      scan("]A0", fault);
      assertThat(ears.nextText()).isEqualTo(fault);
    }
  }

  @Test
  void aScannerThatFallsSilentIsHeardAgain() throws Exception {
    lab.tell("hidpos nak 81 on");
    lab.tell("later 1500 hidpos nak 81 off");
    scan("]A0", "LATE");
    assertThat(ears.nextText()).isEqualTo("LATE");
    assertThat(ears.healths).isEmpty();
  }

  @Test
  void aSlowScannerIsWaitedFor() throws Exception {
    lab.tell("hidpos delay 81 300");
    scan("]Q1", "7".repeat(112));
    assertThat(ears.nextText()).hasSize(112);
  }

  @Test
  void emptyReportsSayNothing() throws Exception {
    lab.tell("hidpos raw 81 04000000");
    scan("]A0", "AFTER");
    assertThat(ears.nextText()).isEqualTo("AFTER");
  }

  @Test
  void aSecondProgramIsToldWhoHasIt() throws Exception {
    ScannerEars other = new ScannerEars();
    try (Scanner second = scannerAt(SCANNER)) {
      second.start(other::hear, other::feel);
      assertThat(other.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_HELD_BY_OTHER);
      scan("]A0", "MINE");
      assertThat(ears.nextText()).isEqualTo("MINE");
    }
  }

  @Test
  void closingGivesTheInterfaceBackToTheKernel() throws Exception {
    closeScanner();
    assertThat(
            new SysfsScan(Path.of("/sys"))
                .scan().stream()
                    .filter(d -> d.address().equals(SCANNER))
                    .flatMap(d -> d.functions().stream()))
        .allMatch(f -> f.driver().equals("usbhid"));
  }

  @Test
  void aKeyboardIsNeverTaken() throws Exception {
    lab.plugAfresh("wedge");
    ScannerEars other = new ScannerEars();
    PortAddress.Usb keyboard = (PortAddress.Usb) PortAddress.parse("usb:1209:0004:WDG0001");
    try (Scanner wrong = scannerAt(keyboard)) {
      wrong.start(other::hear, other::feel);
      Troubled trouble = other.await(Troubled.class);
      assertThat(trouble.code()).isEqualTo(HealthCode.SCANNER_WRONG_MODE);
      assertThat(trouble.detail()).contains("no HID POS interface");
      assertThat(new SysfsScan(Path.of("/sys")).scan())
          .filteredOn(d -> d.address().equals(keyboard))
          .allMatch(d -> d.functions().getFirst().driver().equals("usbhid"));
    }
  }

  /** It is silent until its host has sent feature report FE with a 1. */
  @Test
  void aHoneywellIsWokenUp() throws Exception {
    lab.tell("make honeywell hidpos");
    lab.tell("honeywell ids 0c2e:0b61");
    lab.tell("honeywell serial HON0001");
    lab.tell("honeywell plug");
    ScannerEars others = new ScannerEars();
    try (Scanner woken = scannerAt((PortAddress.Usb) PortAddress.parse("usb:0c2e:0b61:HON0001"))) {
      woken.start(others::hear, others::feel);
      others.awaitWorking();
      assertThat(lab.tell("honeywell told")).isEqualTo("fe01");
      lab.tell("honeywell scan-aim ]A0 AWAKE");
      assertThat(others.nextText()).isEqualTo("AWAKE");
    } finally {
      lab.tell("honeywell unplug");
    }
  }

  @Test
  void itIsKnownInTheNextPlugWhateverItsNumber() throws Exception {
    unplug();
    ears.await(Troubled.class);
    lab.tell("make other hidpos");
    lab.tell("other serial POS0002");
    lab.tell("other plug");
    plug();
    ears.await(Working.class);
    lab.tell("other scan NOT-MINE");
    scan("]A0", "MINE");
    assertThat(ears.nextText()).isEqualTo("MINE");
    lab.tell("other unplug");
  }
}
