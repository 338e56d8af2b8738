package fi.kaiku.device.discovery;

import fi.kaiku.device.linux.Uevents;
import java.io.IOException;
import java.time.Duration;

/** Waits for what the kernel itself says: no udevd is needed. */
final class KernelSignal implements PlugSignal {
  private final Uevents events;

  KernelSignal() throws IOException {
    this.events = Uevents.listen();
  }

  @Override
  public boolean await(Duration longest) throws IOException {
    return events.await(longest);
  }

  @Override
  public void close() {
    events.close();
  }
}
