package fi.kaiku.device.discovery;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Watches what is plugged in: looks at sysfs at once when the kernel says that something happened,
 * and every second at the names there, which tell what came or went. Where the kernel's word can't
 * be had, each second's look is a whole one. Never opens a device. One thread of its own.
 */
public final class HotplugWatch implements AutoCloseable {
  private static final Logger LOG = System.getLogger(HotplugWatch.class.getName());

  /** A clerk who plugs a scanner in notices no second. */
  private static final Duration POLL = Duration.ofSeconds(1);

  /** So many looks at names alone; then a whole one, for what the kernel may not have told. */
  private static final int LOOKS_AT_NAMES = 4;

  /** A plug-in is some twenty events; one that never stops must not make us look all the time. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /** The signal's wait ends in a quarter of a second when it is closed. */
  private static final Duration STOP_WAIT = Duration.ofSeconds(1);

  private final SysfsScan sysfs;
  private final PlugSignal.Source signals;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile List<UsbDevice> present = List.of();
  private volatile PlugSignal signal;
  private volatile Thread watcher;
  private List<String> names = List.of();
  private int looksAtNames;

  public HotplugWatch(SysfsScan sysfs) {
    this(sysfs, KernelSignal::new);
  }

  HotplugWatch(SysfsScan sysfs, PlugSignal.Source signals) {
    this.sysfs = requireNonNull(sysfs, "sysfs");
    this.signals = requireNonNull(signals, "signals");
  }

  /**
   * Looks for the first time and starts the thread. Called once.
   *
   * @param changes called on the watch's thread after each change; must return at once
   */
  public void start(Consumer<DeviceDelta> changes) {
    if (watcher != null) {
      throw new IllegalStateException("the watch was started before");
    }
    // Before the first look: what is plugged in between is not missed.
    signal = openSignal();
    names = sysfs.names();
    present = sysfs.scan();
    watcher = Thread.ofPlatform().daemon().name("usb-hotplug").start(() -> watch(changes));
  }

  /** What is plugged in, as of the last look. Any thread. */
  public List<UsbDevice> present() {
    return present;
  }

  private PlugSignal openSignal() {
    try {
      return signals.open();
    } catch (IOException | LinkageError e) {
      LOG.log(Level.WARNING, "no word of the kernel on plugged devices, looking each second", e);
      return new EverySecond();
    }
  }

  private void watch(Consumer<DeviceDelta> changes) {
    try {
      do {
        if (awaitSignal() || isLookDue()) {
          look(changes);
        }
      } while (!closing.await(BETWEEN_LOOKS.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isLookDue() {
    return ++looksAtNames > LOOKS_AT_NAMES || !sysfs.names().equals(names);
  }

  private boolean awaitSignal() throws InterruptedException {
    try {
      return signal.await(POLL);
    } catch (IOException e) {
      if (closing.getCount() > 0) {
        LOG.log(
            Level.WARNING, "the kernel's word on plugged devices ended, looking each second", e);
        signal.close();
        signal = new EverySecond();
      }
      return true;
    }
  }

  private void look(Consumer<DeviceDelta> changes) {
    looksAtNames = 0;
    // Before the devices: what comes in between is seen as new by the next look.
    names = sysfs.names();
    List<UsbDevice> now = sysfs.scan();
    DeviceDelta delta = DeviceDelta.between(present, now);
    present = now;
    if (delta.isEmpty()) {
      return;
    }
    tell(delta);
    try {
      changes.accept(delta);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the listener to plugged devices failed", e);
    }
  }

  private static void tell(DeviceDelta delta) {
    delta.gone().forEach(device -> LOG.log(Level.INFO, "unplugged: {0}", device.words()));
    delta.arrived().forEach(device -> LOG.log(Level.INFO, "plugged in: {0}", device.words()));
  }

  @Override
  public void close() {
    closing.countDown();
    PlugSignal open = signal;
    if (open != null) {
      open.close();
    }
    Thread running = watcher;
    if (running == null) {
      return;
    }
    try {
      running.join(STOP_WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** No signal at all: the next look comes when its time has come. */
  private final class EverySecond implements PlugSignal {
    @Override
    public boolean await(Duration longest) throws InterruptedException {
      if (closing.await(longest.toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.log(Level.DEBUG, "the watch ends");
      }
      return true;
    }

    @Override
    public void close() {
      // The wait ends with the watch's own latch.
    }
  }
}
