package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceHealth.Troubled;
import fi.kaiku.device.DeviceHealth.Working;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.linux.KernelFile;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a HID POS scanner's owner thread tells of reports that its descriptor does not know. */
@Timeout(60)
class UndeclaredReportTest {
  private static final DeviceName DESK = new DeviceName("desk-1");

  private final ScannerEars ears = new ScannerEars();

  @Test
  void aDeviceThatSendsWhatItNeverDescribedIsInAnotherModeUntilItsNextScan(@TempDir Path folder)
      throws Exception {
    byte[] scan = SentScans.hidPos().getLast();
    byte[] undeclared = scan.clone();
    undeclared[0] = 7;
    Path pipe = folder.resolve("reports");
    try (NamedPipe wire = NamedPipe.make(pipe);
        ScannerOwner scanner =
            new ScannerOwner(
                DESK,
                () -> PipedReports.hidPos(DESK, KernelFile.open(pipe)),
                InstantSource.system())) {
      scanner.start(ears::hear, ears::feel);
      ears.await(Working.class);
      wire.send(undeclared);
      Troubled trouble = ears.await(Troubled.class);
      assertThat(trouble.code()).isEqualTo(HealthCode.SCANNER_WRONG_MODE);
      assertThat(trouble.detail()).contains("report id 7");
      assertThat(ears.next()).isInstanceOf(UnreadableScan.class);
      wire.send(scan);
      assertThat(ears.nextText()).isEqualTo("1234567890");
      ears.await(Working.class);
    }
  }
}
