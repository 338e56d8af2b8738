package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceHealth.Troubled;
import fi.kaiku.device.DeviceHealth.Working;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.lab.Lab;
import fi.kaiku.device.port.PortAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract on a USB-CDC scanner (ttyACMn), on a real kernel's USB stack. */
class SerialCdcScannerInGuest extends ByteScannerContract {
  private static final PortAddress.Usb SCANNER =
      (PortAddress.Usb) PortAddress.parse("usb:1209:0002:CDC0001");

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
    lab.tell("cdc send " + text);
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
    lab.tell("cdc plug");
  }

  @Override
  void unplug() throws Exception {
    lab.tell("cdc unplug");
  }

  @Test
  void aLineThatAnotherProgramHoldsIsToldAndTakenWhenItIsFree() throws Exception {
    closeScanner();
    ScannerEars waiting = new ScannerEars();
    Process other = new ProcessBuilder("flock", node(), "sh", "-c", "echo; cat").start();
    try (Scanner again = LabScanners.scanner(SCANNER, ScannerKind.AUTO)) {
      assertThat(other.getInputStream().read()).isEqualTo('\n');
      again.start(waiting::hear, waiting::feel);
      assertThat(waiting.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_HELD_BY_OTHER);
      other.outputWriter(StandardCharsets.US_ASCII).close();
      waiting.await(Working.class);
      scan("]A0", "FREE");
      assertThat(waiting.nextText()).isEqualTo("FREE");
    } finally {
      other.destroyForcibly();
    }
  }

  /** The kernel's driver clears a stall and asks again after a failed transfer. */
  @Test
  void troubleOnTheWireCostsNoLaterScan() throws Exception {
    for (String trouble : List.of("stall 82", "fault 82 EPROTO", "fault 82 EILSEQ")) {
      lab.tell("cdc " + trouble);
      expectTheNextScanWholeOrTold(trouble);
    }
  }

  @Test
  void aScannerThatFallsSilentOrSlowIsHeardAgain() throws Exception {
    lab.tell("cdc nak 82 on");
    lab.tell("later 1500 cdc nak 82 off");
    scan("]A0", "LATE");
    assertThat(ears.nextText()).isEqualTo("LATE");
    lab.tell("cdc delay 82 100");
    scan("]A0", "SLOW");
    assertThat(ears.nextText()).isEqualTo("SLOW");
    lab.tell("cdc delay 82 0");
    assertThat(ears.healths).isEmpty();
  }

  @Test
  void noProgramOfAnotherUserCanOpenOurLine() throws Exception {
    Files.setPosixFilePermissions(Path.of(node()), PosixFilePermissions.fromString("rw-rw-rw-"));
    Process other =
        new ProcessBuilder(
                "setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                "--",
                "sh",
                "-c",
                "exec 3<>\"$0\"",
                node())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("Device or resource busy");
    scan("]A0", "MINE");
    assertThat(ears.nextText()).isEqualTo("MINE");
  }

  @Test
  void noOtherProgramGetsOurLine() throws Exception {
    Process other = new ProcessBuilder("flock", "--nonblock", node(), "true").start();
    assertThat(other.waitFor()).isEqualTo(1);
    scan("]A0", "MINE");
    assertThat(ears.nextText()).isEqualTo("MINE");
  }

  private static String node() {
    return KeyboardContract.functions(SCANNER).stream()
        .flatMap(function -> function.nodes().stream())
        .findFirst()
        .orElseThrow();
  }
}
