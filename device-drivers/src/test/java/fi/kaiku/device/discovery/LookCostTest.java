package fi.kaiku.device.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the watch over the USB costs: a look each second, for as long as the terminal runs. */
@Timeout(60)
class LookCostTest {
  private static final String HID_POS = "058c0902a1010912a1027508950109fe8102c0c0";
  private static final int LOOKS = 200;

  /** Half a per cent of a processor, which is aimed at for all that an idle terminal does. */
  private static final Duration MOST = Duration.ofMillis(5);

  @TempDir Path folder;

  @Test
  void aLookAtFourDevicesCostsLessThanHalfAPerCentOfASecond() throws Exception {
    FakeSysfs sysfs = new FakeSysfs(folder);
    sysfs.plugSerial("1-1", "0403:6001", "FT1", "ttyUSB0");
    sysfs.plugCdc("1-2", "05f9:4204", "", "ttyACM0");
    sysfs.plugHid("1-3", "0c2e:0b61", "H1", HID_POS);
    sysfs.plugPrinter("2-1", "04b8:0e15", "P1");
    SysfsScan scan = new SysfsScan(folder);
    assertThat(look(scan)).isPositive();
    long cost = look(scan);
    assertThat(Duration.ofNanos(cost)).isLessThan(MOST);
  }

  /** Processor time of one look, of many. */
  private static long look(SysfsScan scan) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < LOOKS; i++) {
      assertThat(scan.scan()).hasSize(4);
    }
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / LOOKS;
  }
}
