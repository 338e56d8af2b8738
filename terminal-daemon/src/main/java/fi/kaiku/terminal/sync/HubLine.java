package fi.kaiku.terminal.sync;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The way to a hub that knows this terminal, and what the last contact showed. Changes are logged
 * once and told to whoever shows them. Any thread.
 */
final class HubLine {
  private static final Logger LOG = System.getLogger(HubLine.class.getName());

  private final HubClient client;
  private final AtomicReference<Enrolment> enrolment = new AtomicReference<>();
  private final AtomicReference<HubState> state = new AtomicReference<>(HubState.NOT_ENROLLED);
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();

  HubLine(HubClient client) {
    this.client = client;
  }

  void enrolled(Enrolment known) {
    enrolment.set(known);
    become(HubState.STARTING, "enrolled for " + known.venue());
  }

  HubState state() {
    return state.get();
  }

  /** Whether there is anything to be asked: not before the enrolment. */
  boolean isOpen() {
    return enrolment.get() != null;
  }

  /** Must return at once. */
  void onChange(Runnable follower) {
    followers.add(follower);
  }

  /** Whom the terminal is enrolled with; only where it is open. */
  HubKey hub() {
    return enrolment.get().hub();
  }

  /** A download from this hub into that file. */
  SnapshotDownload download(Path file) {
    return new SnapshotDownload(file, client);
  }

  HubAnswer ask(HubCall call) throws InterruptedException {
    return heard(client.ask(call, hub()));
  }

  /** The same with another patience. */
  HubAnswer ask(HubCall call, Duration within) throws InterruptedException {
    return heard(client.ask(call, hub(), within));
  }

  private HubAnswer heard(HubAnswer answer) {
    switch (answer) {
      case HubAnswer.Done _ -> become(HubState.CONNECTED, "it answers");
      case HubAnswer.Refused(String problem) -> become(stateBy(problem), problem);
      case HubAnswer.NotTheHub(String what) -> become(HubState.UNREACHABLE, what);
      case HubAnswer.Unreachable(String what) -> become(HubState.UNREACHABLE, what);
    }
    return answer;
  }

  private static HubState stateBy(String problem) {
    return switch (problem) {
      case "revoked" -> HubState.REVOKED;
      case "busy", "internal-error" -> HubState.UNREACHABLE;
      case "must-refetch", "cursor-unknown", "no-registry" -> HubState.CONNECTED;
      default -> HubState.REFUSED;
    };
  }

  private void become(HubState now, String why) {
    if (state.getAndSet(now) != now) {
      LOG.log(Level.INFO, "The hub: {0} ({1})", now, why);
      followers.forEach(Runnable::run);
    }
  }
}
