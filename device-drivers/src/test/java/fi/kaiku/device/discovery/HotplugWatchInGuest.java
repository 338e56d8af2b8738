package fi.kaiku.device.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.lab.Lab;
import fi.kaiku.device.port.PortAddress;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Devices that come and go on a real kernel's USB stack. */
@Timeout(900)
class HotplugWatchInGuest {
  private static final PortAddress.Usb SCANNER =
      (PortAddress.Usb) PortAddress.parse("usb:1209:0002:CDC0001");
  private static final int SECONDS = 30;

  private final BlockingQueue<DeviceDelta> deltas = new LinkedBlockingQueue<>();
  private final HotplugWatch watch = new HotplugWatch(new SysfsScan(Path.of("/sys")));
  private Lab lab;

  @BeforeEach
  void start() throws Exception {
    lab = new Lab();
    lab.plugAfresh("cdc");
    watch.start(deltas::add);
  }

  @AfterEach
  void leaveLab() throws Exception {
    watch.close();
    lab.close();
  }

  @Test
  void aDeviceIsSeenToGoAndToComeBackAsTheSame() throws Exception {
    for (int round = 0; round < Lab.REPLUGS; round++) {
      lab.tell("cdc unplug");
      awaitScanner(false);
      lab.tell("cdc plug");
      awaitScanner(true);
      Sighting sighting = Sighting.of(SCANNER, watch.present());
      assertThat(sighting.words()).contains("known by its serial number");
    }
  }

  @Test
  void theKernelsWordComesBeforeTheNextLookWouldHave() throws Exception {
    try (PlugSignal signal = new KernelSignal()) {
      long start = System.nanoTime();
      lab.tell("later 1 cdc unplug");
      signal.await(java.time.Duration.ofSeconds(SECONDS));
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(SECONDS));
    }
    awaitScanner(false);
  }

  /** Until the watch has seen the scanner come, with its serial line, or go. */
  private void awaitScanner(boolean there) throws InterruptedException {
    while (there != hasLine()) {
      assertThat(deltas.poll(SECONDS, TimeUnit.SECONDS))
          .as("a change in %d s", SECONDS)
          .isNotNull();
    }
  }

  private boolean hasLine() {
    return watch.present().stream()
        .filter(device -> device.address().equals(SCANNER))
        .anyMatch(device -> !device.functions(UsbFunction.Kind.SERIAL_LINE).isEmpty());
  }
}
