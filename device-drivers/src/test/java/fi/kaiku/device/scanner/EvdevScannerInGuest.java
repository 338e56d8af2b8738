package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.device.DeviceHealth.Troubled;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.linux.KernelException;
import fi.kaiku.device.linux.KernelFile;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract on a keyboard wedge that we may not claim, read from the kernel's evdev. */
class EvdevScannerInGuest extends KeyboardContract {
  private static final PortAddress.Usb KEYBOARD =
      (PortAddress.Usb) PortAddress.parse("usb:0627:0001");
  private static final long EVIOCGRAB = 0x40044590;
  private static final int EBUSY = 16;

  @Override
  Scanner makeWedge() throws Exception {
    // The kernel keeps 64 events for a reader, eight characters: an emulated one is often late.
    lab.tell("wedge gap 20");
    return scanner(WEDGE, Set.of(WEDGE));
  }

  /** On an emulated machine the first read of a process takes longer than the kernel waits. */
  @BeforeEach
  void warmUp() throws Exception {
    scan("]A0", "WARM");
    ears.next();
  }

  @AfterEach
  void typeFastAgain() throws Exception {
    lab.tell("wedge gap 4");
  }

  @Override
  int burst() {
    return 5;
  }

  private static Scanner scanner(PortAddress.Usb address, Set<PortAddress.Usb> confirmed) {
    return new UsbScanners(
            new SysfsScan(Path.of("/sys")),
            (where, wanted) -> {
              throw new PortUnavailableException(Reason.NO_RIGHTS, "claim " + where, null);
            },
            new WedgeAllowList(confirmed),
            InstantSource.system())
        .scanner(DESK, UsbScannerSetup.usual(address, ScannerKind.KEYBOARD));
  }

  private static Path eventNode(PortAddress.Usb address) {
    return functions(address).stream()
        .flatMap(function -> function.nodes().stream())
        .filter(each -> each.startsWith("/dev/input/event"))
        .findFirst()
        .map(Path::of)
        .orElseThrow();
  }

  /** The kernel's driver clears it; what came meanwhile is whole or told, never cut silently. */
  @Test
  void aStallOrAFailedTransferNeverShortensALaterScan() throws Exception {
    for (String trouble : new String[] {"stall 81", "fault 81 EPROTO", "fault 81 EILSEQ"}) {
      lab.tell("wedge " + trouble);
      expectTheNextScanWholeOrTold(trouble);
    }
  }

  @Test
  void nobodyElseSeesWhatItTypes() throws Exception {
    try (KernelFile other = KernelFile.open(eventNode(WEDGE))) {
      assertThatThrownBy(() -> other.control(EVIOCGRAB, 1))
          .isInstanceOfSatisfying(
              KernelException.class, e -> assertThat(e.errno()).isEqualTo(EBUSY));
    }
  }

  @Test
  void aSecondScannerOnTheSameDeviceIsToldWhoHasIt() throws Exception {
    ScannerEars others = new ScannerEars();
    try (Scanner second = scanner(WEDGE, Set.of(WEDGE))) {
      second.start(others::hear, others::feel);
      assertThat(others.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_HELD_BY_OTHER);
    }
  }

  @Test
  void somebodysKeyboardIsNotGrabbed() throws Exception {
    ScannerEars others = new ScannerEars();
    try (Scanner wrong = scanner(KEYBOARD, Set.of(WEDGE))) {
      wrong.start(others::hear, others::feel);
      assertThat(others.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_NOT_CONFIRMED);
      try (KernelFile keyboard = KernelFile.open(eventNode(KEYBOARD))) {
        keyboard.control(EVIOCGRAB, 1);
        keyboard.control(EVIOCGRAB, 0);
      }
    }
  }

  /** A reader that is late loses events in the kernel: never a character of a scan silently. */
  @Test
  void aHundredCharactersWithoutAPauseAreWholeOrToldAsUnreadable() throws Exception {
    lab.tell("wedge gap 0");
    String text = "ABCDEFGHIJ".repeat(10);
    scan("]Q1", text);
    Reading reading = ears.next();
    if (reading instanceof Scan scan) {
      assertThat(scan.text()).isEqualTo(text);
    } else {
      assertThat(reading).isInstanceOf(UnreadableScan.class);
    }
  }
}
