package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.device.port.PartialWriteException;
import fi.kaiku.device.port.PortAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The contract on the kernel driver's file, {@code /dev/usb/lpN}. */
class LpPrinterInGuest extends GuestPrinterContract {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(30);

  @Override
  LpPrinterPort open() throws IOException {
    return LpPrinterPort.open(new PortAddress.UsbLp(ADDRESS), DEVICES);
  }

  @Test
  void itSaysWhatItIs() throws Exception {
    try (LpPrinterPort port = open()) {
      assertThat(port.deviceId()).isEqualTo(new Ieee1284Id("USB-LAB", "LAB80", "ESC/POS"));
      assertThat(port.portStatus()).isEqualTo(new PortStatus(0x18));
      lab.tell("printer set paper-out");
      assertThat(port.portStatus().saysPaperOut()).isTrue();
      lab.tell("printer clear paper-out");
    }
  }

  @Test
  void aLateSliceArrivesOnceAndIsWaitedFor() throws Exception {
    try (LpPrinterPort port = open()) {
      lab.tell("printer nak 01 on");
      assertThatThrownBy(() -> port.write("late".getBytes(StandardCharsets.US_ASCII), SHORT))
          .isInstanceOfSatisfying(
              PartialWriteException.class,
              slow -> {
                assertThat(slow.reason()).isEqualTo(PartialWriteException.Reason.TOO_SLOW);
                assertThat(slow.taken()).isEqualTo(4);
              });
      assertThatThrownBy(() -> port.write("next".getBytes(StandardCharsets.US_ASCII), SHORT))
          .isInstanceOfSatisfying(
              PartialWriteException.class, slow -> assertThat(slow.taken()).isZero());
      lab.tell("printer nak 01 off");
      port.write("next".getBytes(StandardCharsets.US_ASCII), LONG);
    }
    assertThat(printed()).isEqualTo("latenext");
  }

  @Test
  void aWriteStuckInTheDriverEndsWithTheCloseAndThePrinterIsFree() throws Exception {
    LpPrinterPort stuck = open();
    lab.tell("printer nak 01 on");
    assertThatThrownBy(() -> stuck.write("never".getBytes(StandardCharsets.US_ASCII), SHORT))
        .isInstanceOf(PartialWriteException.class);
    long start = System.nanoTime();
    stuck.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    lab.tell("printer nak 01 off");
    try (LpPrinterPort again = open()) {
      again.write("now".getBytes(StandardCharsets.US_ASCII), LONG);
    }
    assertThat(printed()).isEqualTo("now");
  }
}
