package fi.kaiku.device.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.lab.LabGuest.NoLabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The native libraries on aarch64, the processor of a Raspberry Pi: in an emulated machine, on a
 * real kernel. Half a minute; two minutes the first time. Runs as {@link UsbLabTest} does.
 */
@Timeout(1_800)
class ArmLabTest {
  private static final Path LAB = Path.of("usb-lab/arm-lab").toAbsolutePath();
  private static final LabSummary SUMMARY =
      new LabSummary("summary-arm", "ARM LAB", "no scan was read on aarch64");

  /** What arm-lab ends with when it can't be made. */
  private static final int NO_LAB = 2;

  @TempDir Path folder;

  @Test
  void aScanIsReadThroughEachNativeLibrary() throws Exception {
    SUMMARY.begin();
    Path log = LabGuest.output("arm.log");
    int exit = scan(log);
    String said = Files.readString(log);
    if (exit == NO_LAB) {
      SUMMARY.notRun(said);
    }
    SUMMARY.write(exit == 0 ? "a scan through each native library" : "FAILED, see " + log);
    assertThat(said)
        .contains("ON aarch64 Java 25", "READ SERIAL Scan[", "READ KEYBOARD Scan[")
        .doesNotContain("NOT READ");
    assertThat(exit).isZero();
  }

  private int scan(Path log) throws IOException, InterruptedException {
    try {
      LabGuest.need(
          List.of("qemu-system-aarch64", "mmdebstrap", "depmod", "python3"),
          "apt-get install qemu-system-arm mmdebstrap kmod python3");
    } catch (NoLabException no) {
      SUMMARY.notRun(no.getMessage());
    }
    Path jars = folder.resolve("lib");
    Path classes = folder.resolve("classes");
    OwnClassPath.copy(classes, jars);
    return LabGuest.run(
        log,
        List.of(LAB.toString(), jars.toString(), classes.toString(), ScansOnArm.class.getName()));
  }
}
