package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceHealth;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Records what a scanner hands on, and waits for it. */
final class ScannerEars {
  private static final int SECONDS = 30;

  final BlockingQueue<Reading> readings = new LinkedBlockingQueue<>();
  final BlockingQueue<DeviceHealth> healths = new LinkedBlockingQueue<>();

  void hear(Reading reading) {
    readings.add(reading);
  }

  void feel(DeviceHealth health) {
    healths.add(health);
  }

  Reading next() throws InterruptedException {
    Reading reading = readings.poll(SECONDS, TimeUnit.SECONDS);
    assertThat(reading).as("a reading within %d s", SECONDS).isNotNull();
    return reading;
  }

  /** The text of the next reading, which must be a scan. */
  String nextText() throws InterruptedException {
    Reading reading = next();
    assertThat(reading).isInstanceOf(Scan.class);
    return ((Scan) reading).text();
  }

  boolean isQuiet() {
    return readings.isEmpty();
  }

  /** Until it works: on a real stack the first attempt may come before the device is ready. */
  void awaitWorking() throws InterruptedException {
    DeviceHealth health;
    do {
      health = healths.poll(SECONDS, TimeUnit.SECONDS);
      assertThat(health).as("health within %d s", SECONDS).isNotNull();
    } while (!(health instanceof DeviceHealth.Working));
  }

  /** The next health told, which must be of this kind. */
  <T extends DeviceHealth> T await(Class<T> kind) throws InterruptedException {
    DeviceHealth health = healths.poll(SECONDS, TimeUnit.SECONDS);
    assertThat(health).as("health within %d s", SECONDS).isInstanceOf(kind);
    return kind.cast(health);
  }
}
