package fi.kaiku.terminal.sync;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.registry.Applied;
import fi.kaiku.terminal.registry.CardRegistry;
import fi.kaiku.terminal.registry.ChangeSet;
import fi.kaiku.terminal.registry.FeedPoint;
import fi.kaiku.terminal.registry.RegistryOrigin;
import fi.kaiku.terminal.registry.TakeReport;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;

/**
 * Keeps the registry of this terminal as the hub's: a snapshot where there is none to go on with,
 * then its changes, as they come. Whatever goes wrong, the last good registry stays in use. One
 * thread takes turns; another may check at any time.
 */
final class RegistryPull {
  private static final Logger LOG = System.getLogger(RegistryPull.class.getName());

  /** What became of a turn. */
  enum Turn {
    /** There may be more at once. */
    GO_ON,
    /** Nothing has changed; the hub was given its time to tell of something. */
    NO_CHANGE,
    /** The hub has no registry yet. */
    NO_REGISTRY,
    /** To be tried again after a wait. */
    FAILED
  }

  private final CardRegistry registry;
  private final IntSupplier keyNumber;
  private final HubLine line;
  private final SnapshotDownload download;

  /** In plain words, empty while all is well; told once for each. */
  private final AtomicReference<String> trouble = new AtomicReference<>("");

  private volatile boolean mustRefetch;

  /**
   * Does nothing yet.
   *
   * @param keyNumber of the national key that cards are hashed with
   * @param downloads a file for a snapshot on its way
   */
  RegistryPull(CardRegistry registry, IntSupplier keyNumber, HubLine line, Path downloads) {
    this.registry = registry;
    this.keyNumber = keyNumber;
    this.line = line;
    this.download = line.download(downloads);
  }

  /** Why the registry can't be brought up to date; empty while it can. */
  String trouble() {
    return trouble.get();
  }

  /**
   * One turn.
   *
   * @param wait how long the hub may wait for a change
   */
  Turn turn(Duration wait) throws InterruptedException {
    try {
      return registry.origin() instanceof RegistryOrigin.OfHub(FeedPoint here) && !mustRefetch
          ? follow(here, wait)
          : fetch();
    } catch (IOException e) {
      return failed("the snapshot can't be stored: " + e.getMessage());
    }
  }

  private Turn follow(FeedPoint here, Duration wait) throws InterruptedException {
    HubAnswer answer = line.ask(changesAfter(here, wait));
    return switch (answer) {
      case HubAnswer.Done(JsonNode body) -> take(here, body);
      case HubAnswer.Refused(String problem) when problem.equals("must-refetch") -> {
        mustRefetch = true;
        yield Turn.GO_ON;
      }
      case HubAnswer.Refused _, HubAnswer.NotTheHub _, HubAnswer.Unreachable _ ->
          failed(words(answer));
    };
  }

  private static HubCall changesAfter(FeedPoint here, Duration wait) {
    return HubCall.get(
        "/v1/registry/changes?after=%d&wait=%d".formatted(here.position(), wait.toSeconds()), wait);
  }

  private Turn take(FeedPoint here, JsonNode body) {
    Optional<ChangeSet> changes = ChangesAnswer.read(body, here.position(), keyNumber.getAsInt());
    if (changes.isEmpty()) {
      return failed("the hub's changes are not understood; the terminal may be too old");
    }
    return switch (registry.apply(changes.get())) {
      case YES -> {
        well();
        yield changes.get().changes().isEmpty() ? Turn.NO_CHANGE : Turn.GO_ON;
      }
      case NOT_NEXT -> Turn.GO_ON;
      case DIVERGED -> {
        mustRefetch = true;
        yield failed("the registry here is not the hub's any more; it is fetched anew");
      }
      case BUSY -> failed("an import is under way");
      case NOT_STORED -> failed("changes of the registry can't be stored");
    };
  }

  private Turn fetch() throws InterruptedException, IOException {
    Optional<SnapshotToken> begun = line.isOpen() ? download.begun(line.hub()) : Optional.empty();
    if (begun.isEmpty() || isOlder(begun.get())) {
      return begin();
    }
    return switch (download.next(begun.get().snapshot())) {
      case SnapshotDownload.Progress.Some() -> Turn.GO_ON;
      case SnapshotDownload.Progress.Failed(String why) ->
          failed("the snapshot does not come: " + why);
      case SnapshotDownload.Progress.Useless(String why) -> {
        download.forget();
        yield failed(why);
      }
      case SnapshotDownload.Progress.Whole(Path file) -> take(begun.get(), file);
    };
  }

  /** An old one must not bring withdrawn cards back. */
  private boolean isOlder(SnapshotToken token) {
    return registry.origin() instanceof RegistryOrigin.OfHub(FeedPoint here)
        && token.snapshot().point().position() < here.position();
  }

  private Turn begin() throws InterruptedException, IOException {
    HubAnswer answer = line.ask(HubCall.get("/v1/registry/snapshot", Duration.ZERO));
    return switch (answer) {
      case HubAnswer.Done(JsonNode body) -> begin(body.path("token").asText());
      case HubAnswer.Refused(String problem) when problem.equals("no-registry") -> {
        well();
        yield Turn.NO_REGISTRY;
      }
      case HubAnswer.Refused _, HubAnswer.NotTheHub _, HubAnswer.Unreachable _ ->
          failed(words(answer));
    };
  }

  private Turn begin(String text) throws IOException {
    Optional<SnapshotToken> token = SnapshotToken.of(text, line.hub());
    if (token.isEmpty()) {
      return failed("the snapshot is not signed by this hub");
    }
    if (isOlder(token.get())) {
      return failed("the hub's snapshot is older than the registry here");
    }
    download.begin(token.get());
    return Turn.GO_ON;
  }

  private Turn take(SnapshotToken token, Path file) throws IOException {
    TakeReport report = registry.take(token.snapshot(), file);
    return switch (report) {
      case TakeReport.Taken(long cards) -> {
        LOG.log(Level.INFO, "The registry of the hub is in use: {0} cards", cards);
        mustRefetch = false;
        download.forget();
        well();
        yield Turn.GO_ON;
      }
      case TakeReport.Refused(TakeReport.Cause cause, String detail) -> {
        if (cause != TakeReport.Cause.NOT_STORED && cause != TakeReport.Cause.BUSY) {
          download.forget();
        }
        yield failed(detail);
      }
    };
  }

  /** This terminal was shut out: it is to have no registry of the hub, nor a part of one. */
  void erase() {
    try {
      download.forget();
    } catch (IOException e) {
      failed("what was fetched of a snapshot can't be deleted: " + e.getMessage());
    }
    if (registry.origin() instanceof RegistryOrigin.OfHub) {
      LOG.log(Level.WARNING, "The registry is erased: the hub has shut this terminal out");
      registry.erase();
    }
  }

  /** Asks for changes at once, on the caller's thread. */
  RegistryCheck check(Duration within) throws InterruptedException {
    if (!line.isOpen()) {
      return new RegistryCheck.NotEnrolled();
    }
    long deadline = System.nanoTime() + within.toNanos();
    int changed = 0;
    while (registry.origin() instanceof RegistryOrigin.OfHub(FeedPoint here) && !mustRefetch) {
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      if (left.isNegative()) {
        return new RegistryCheck.NoAnswer(
            "there is more than came within " + within.toSeconds() + " s");
      }
      HubAnswer answer = line.ask(changesAfter(here, Duration.ZERO), left);
      if (!(answer instanceof HubAnswer.Done(JsonNode body))) {
        return new RegistryCheck.NoAnswer(words(answer));
      }
      Optional<ChangeSet> changes = ChangesAnswer.read(body, here.position(), keyNumber.getAsInt());
      Applied applied = changes.map(registry::apply).orElse(Applied.NOT_STORED);
      switch (applied) {
        case YES -> {
          if (changes.get().changes().isEmpty()) {
            return new RegistryCheck.UpToDate(changed);
          }
          changed += changes.get().changes().size();
        }
        // The thread was quicker: asked again from there.
        case NOT_NEXT -> {}
        case BUSY, DIVERGED, NOT_STORED -> {
          return new RegistryCheck.NoAnswer("the hub's changes can't be taken up now");
        }
      }
    }
    return new RegistryCheck.Fetching();
  }

  private static String words(HubAnswer answer) {
    return switch (answer) {
      case HubAnswer.Done _ -> "";
      case HubAnswer.Refused(String problem) -> "the hub said no: " + problem;
      case HubAnswer.NotTheHub(String what) -> "what answers is not the hub: " + what;
      case HubAnswer.Unreachable(String what) -> "the hub does not answer: " + what;
    };
  }

  private void well() {
    trouble.set("");
  }

  private Turn failed(String why) {
    if (!trouble.getAndSet(why).equals(why)) {
      LOG.log(Level.WARNING, "The registry is not up to date: {0}", why);
    }
    return Turn.FAILED;
  }
}
