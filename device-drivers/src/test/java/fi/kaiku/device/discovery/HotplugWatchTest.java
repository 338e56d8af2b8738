package fi.kaiku.device.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HotplugWatchTest {
  private static final String MODEL = "05f9:4204";
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final BlockingQueue<DeviceDelta> deltas = new LinkedBlockingQueue<>();
  private final ScriptedSignal signal = new ScriptedSignal();
  private FakeSysfs sysfs;
  private HotplugWatch watch;

  @BeforeEach
  void mount() {
    sysfs = new FakeSysfs(folder);
    watch = new HotplugWatch(new SysfsScan(folder), () -> signal);
  }

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void whatIsThereAtTheStartIsKnownAndNoNews() throws Exception {
    sysfs.plugCdc("1-1", MODEL, "A", "ttyACM0");
    watch.start(deltas::add);
    assertThat(watch.present()).extracting(UsbDevice::serial).containsExactly("A");
    signal.fire();
    sysfs.plugCdc("1-2", MODEL, "B", "ttyACM1");
    signal.fire();
    assertThat(next().arrived()).extracting(UsbDevice::serial).containsExactly("B");
    assertThat(watch.present()).hasSize(2);
  }

  @Test
  void whatComesUntoldIsSeenByItsNameWithinASecond() throws Exception {
    watch.start(deltas::add);
    signal.passInSilence();
    sysfs.plugCdc("1-1", MODEL, "A", "ttyACM0");
    signal.passInSilence();
    assertThat(deltas).as("told by that look").hasSize(1);
    assertThat(next().arrived()).hasSize(1);
    sysfs.unplug("1-1");
    signal.passInSilence();
    assertThat(deltas).as("told by that look").hasSize(1);
    assertThat(next().gone()).hasSize(1);
  }

  /** An idle terminal reads no attribute of what is plugged in for seconds. */
  @Test
  void whileNothingIsHeardAndNoNameChangesAttributesAreReadEachFifthSecondOnly() throws Exception {
    sysfs.plugCdc("1-1", MODEL, "A", "ttyACM0");
    watch.start(deltas::add);
    sysfs.unplug("1-1");
    sysfs.plugCdc("1-1", MODEL, "B", "ttyACM0");
    for (int second = 0; second < 4; second++) {
      signal.passInSilence();
      assertThat(deltas).isEmpty();
    }
    signal.passInSilence();
    assertThat(deltas).as("told by that look").hasSize(1);
    assertThat(next().arrived()).hasSize(1);
  }

  @Test
  void aSignalIsAnsweredByALook() throws Exception {
    watch.start(deltas::add);
    for (int round = 0; round < 50; round++) {
      sysfs.plugCdc("1-1", MODEL, "A", "ttyACM" + round);
      signal.fire();
      assertThat(next().arrived()).hasSize(1);
      sysfs.unplug("1-1");
      signal.fire();
      assertThat(next().gone()).hasSize(1);
    }
  }

  @Test
  void withoutTheKernelsWordALookEachSecondDoes() throws Exception {
    watch =
        new HotplugWatch(
            new SysfsScan(folder),
            () -> {
              throw new IOException("not in this container");
            });
    watch.start(deltas::add);
    sysfs.plugCdc("1-1", MODEL, "A", "ttyACM0");
    assertThat(next().arrived()).hasSize(1);
  }

  @Test
  void aSignalThatBreaksIsDoneWithout() throws Exception {
    watch.start(deltas::add);
    signal.breakOff();
    sysfs.plugCdc("1-1", MODEL, "A", "ttyACM0");
    assertThat(next().arrived()).hasSize(1);
  }

  @Test
  void aListenerThatFailsIsToldTheNextChangeToo() throws Exception {
    watch.start(
        delta -> {
          deltas.add(delta);
          throw new IllegalStateException("on purpose");
        });
    sysfs.plugCdc("1-1", MODEL, "A", "ttyACM0");
    signal.fire();
    assertThat(next().arrived()).hasSize(1);
    sysfs.unplug("1-1");
    signal.fire();
    assertThat(next().gone()).hasSize(1);
  }

  @Test
  void aStormOfSignalsCostsLittle() throws Exception {
    signal.storm();
    watch.start(deltas::add);
    long start = System.nanoTime();
    long spent = watchCpu();
    assertThat(deltas.poll(2, TimeUnit.SECONDS)).isNull();
    double share = (double) (watchCpu() - spent) / (System.nanoTime() - start);
    assertThat(share).as("share of a processor").isLessThan(0.1);
  }

  @Test
  void itStartsOnceAndEndsAtOnce() {
    watch.start(deltas::add);
    assertThatThrownBy(() -> watch.start(deltas::add)).isInstanceOf(IllegalStateException.class);
    long start = System.nanoTime();
    watch.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("usb-hotplug"));
  }

  private DeviceDelta next() throws InterruptedException {
    DeviceDelta delta = deltas.poll(LONG.toSeconds(), TimeUnit.SECONDS);
    assertThat(delta).as("a change within %s", LONG).isNotNull();
    return delta;
  }

  private static long watchCpu() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("usb-hotplug"))
        .mapToLong(t -> ManagementFactory.getThreadMXBean().getThreadCpuTime(t.threadId()))
        .sum();
  }

  /** Tells when the test says so, and else never: a change is not found by chance. */
  private static final class ScriptedSignal implements PlugSignal {
    private static final int ENDLESS = Integer.MAX_VALUE;

    private final Semaphore events = new Semaphore(0);
    private final Semaphore waiting = new Semaphore(0);
    private volatile boolean broken;
    private volatile boolean silent;

    /** The time is over and nothing was heard; returns when the watch has done with that. */
    void passInSilence() throws InterruptedException {
      silent = true;
      waiting.acquire();
      events.release();
      waiting.acquire();
      waiting.release();
    }

    void fire() {
      events.release();
    }

    void storm() {
      events.release(ENDLESS);
    }

    void breakOff() {
      broken = true;
      events.release();
    }

    @Override
    public boolean await(Duration longest) throws IOException, InterruptedException {
      waiting.release();
      events.acquire();
      if (broken) {
        throw new IOException("broken on purpose");
      }
      return !silent;
    }

    @Override
    public void close() {
      breakOff();
    }
  }
}
