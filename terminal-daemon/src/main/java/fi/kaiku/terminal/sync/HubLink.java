package fi.kaiku.terminal.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.disk.DurableFile;
import fi.kaiku.terminal.store.Journal;
import fi.kaiku.terminal.store.JournalException;
import fi.kaiku.terminal.store.JournalState;
import fi.kaiku.terminal.store.WriteOutcome;
import fi.kaiku.terminal.sync.SyncThread.Pause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The terminal's link to its hub. Two threads, neither of which waits for the other: {@code
 * hub-upload} sends uses, {@code hub-heartbeat} tells how the terminal is and hears of a revocation
 * even while no use gets through. Any thread may call.
 */
public final class HubLink implements AutoCloseable {
  /** The outbox is looked at as often without a reason, should a wake-up have been missed. */
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  private static final Duration HEARTBEAT_EVERY = Duration.ofMinutes(1);

  private final HubSite site;
  private final Patience patience;
  private final Journal journal;
  private final TerminalKey key;
  private final HubClient client;
  private final HubLine line;
  private final Uploader uploader;
  private final Backoff uploadBackoff;
  private final Backoff heartbeatBackoff;
  private final SyncThread upload;
  private final SyncThread heartbeat;
  private final ReentrantLock enrolling = new ReentrantLock();
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();

  /**
   * What the link needs of the terminal.
   *
   * @param clock the terminal's time
   * @param ids for requests
   * @param open opens the seal of a card's id
   * @param random for jitter
   */
  public record Sources(
      Supplier<Instant> clock,
      Supplier<UUID> ids,
      BiFunction<byte[], UUID, CardId> open,
      RandomGenerator random) {}

  /** How long it waits for what. */
  record Patience(Duration answer, Duration firstBackoff, Duration heartbeatEvery) {
    static final Patience USUAL =
        new Patience(HubClient.ANSWER_WITHIN, Backoff.FIRST, HEARTBEAT_EVERY);
  }

  private HubLink(HubSite site, Journal journal, Sources sources, Patience patience)
      throws IOException {
    this.site = site;
    this.patience = patience;
    this.journal = journal;
    this.key = TerminalKey.readOrMake(site.key());
    this.client = new HubClient(site, key, sources, patience.answer());
    this.line = new HubLine(client);
    this.uploader = new Uploader(journal, sources.open(), line);
    this.uploadBackoff = new Backoff(sources.random(), patience.firstBackoff());
    this.heartbeatBackoff = new Backoff(sources.random(), patience.firstBackoff());
    this.upload = new SyncThread("hub-upload", this::upload, uploadBackoff);
    this.heartbeat = new SyncThread("hub-heartbeat", this::heartbeat, heartbeatBackoff);
  }

  /**
   * Takes up the link as it was left.
   *
   * @throws IOException when the key or the enrolment can't be read
   */
  public static HubLink open(HubSite site, Journal journal, Sources sources) throws IOException {
    return open(site, journal, sources, Patience.USUAL);
  }

  static HubLink open(HubSite site, Journal journal, Sources sources, Patience patience)
      throws IOException {
    HubLink link = new HubLink(site, journal, sources, patience);
    Optional<Enrolment> known = Enrolment.read(site);
    known.ifPresent(link.line::enrolled);
    return link;
  }

  public void start() {
    journal.onChange(_ -> upload.wake());
    heartbeat.start();
    upload.start();
  }

  public HubState state() {
    return line.state();
  }

  /** Called when the state changes or entries were sent; must return at once. */
  public void onChange(Runnable follower) {
    line.onChange(follower);
    followers.add(follower);
  }

  /**
   * Spends a code. What comes of it can be stored is proven before; the same code may be given
   * again when the answer is lost.
   */
  public EnrolmentResult enrol(String code) throws InterruptedException {
    enrolling.lock();
    try {
      if (journal.state() == JournalState.FULL || journal.state() == JournalState.FAILED) {
        return new EnrolmentResult.NoStore("the journal takes no writes");
      }
      proveThatItCanBeKept();
      HubAnswer answer =
          client.askUnknown(
              HubCall.post(
                  "/v1/enrolments",
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("code", code)
                      .put("terminal", site.terminal())
                      .put("publicKey", key.publicKey())));
      return switch (answer) {
        case HubAnswer.Done(JsonNode body) -> keep(body);
        case HubAnswer.Refused(String problem) -> new EnrolmentResult.Refused(problem);
        case HubAnswer.NotTheHub(String what) -> new EnrolmentResult.NoAnswer(what);
        case HubAnswer.Unreachable(String what) -> new EnrolmentResult.NoAnswer(what);
      };
    } catch (IOException e) {
      return new EnrolmentResult.NoStore(e.toString());
    } finally {
      enrolling.unlock();
    }
  }

  private void proveThatItCanBeKept() throws IOException {
    Path probe = site.enrolment().resolveSibling("probe");
    DurableFile.write(probe, site.terminal().getBytes(StandardCharsets.US_ASCII));
    Files.delete(probe);
  }

  private EnrolmentResult keep(JsonNode body) {
    try {
      Enrolment known =
          new Enrolment(
              site.url().toString(),
              body.path("venue").asText(),
              new HubKey(body.path("hubKey").asText()));
      known.write(site.enrolment());
      line.enrolled(known);
      upload.wake();
      heartbeat.wake();
      return new EnrolmentResult.Enrolled(known.venue());
    } catch (IllegalArgumentException e) {
      return new EnrolmentResult.NoAnswer("what answered is no hub: " + e.getMessage());
    } catch (IOException e) {
      return new EnrolmentResult.NoStore(e.toString());
    }
  }

  /** Dead letters are tried once more; answers how many. */
  public int sendAgain() {
    int again =
        switch (journal.write(tx -> tx.outbox().sendAgain())) {
          case WriteOutcome.Recorded<Integer>(Integer count) -> count;
          case WriteOutcome.NotRecorded<Integer>(var fault) ->
              throw new JournalException(fault, "journal: send dead letters again", null);
        };
    upload.wake();
    return again;
  }

  private Pause upload() throws InterruptedException {
    if (!line.isOpen() || line.state() == HubState.REVOKED) {
      return new Pause(LOOK_EVERY, Pause.Kind.IDLE);
    }
    return switch (uploader.round()) {
      case NOTHING_LEFT -> new Pause(LOOK_EVERY, Pause.Kind.IDLE);
      case SENT -> {
        uploadBackoff.succeeded();
        followers.forEach(Runnable::run);
        yield Pause.NONE;
      }
      case FAILED -> new Pause(uploadBackoff.failed(), Pause.Kind.AFTER_FAILURE);
    };
  }

  private Pause heartbeat() throws InterruptedException {
    if (!line.isOpen()) {
      return new Pause(patience.heartbeatEvery(), Pause.Kind.IDLE);
    }
    HubState before = line.state();
    JsonNode told =
        journal.read(
            view ->
                JsonNodeFactory.instance
                    .objectNode()
                    .put("version", site.version())
                    .put("unsent", view.outbox().unsent())
                    .put("deadLetters", view.outbox().deadLetters()));
    if (line.ask(HubCall.post("/v1/heartbeats", told)) instanceof HubAnswer.Done) {
      heartbeatBackoff.succeeded();
      if (before != HubState.CONNECTED) {
        upload.hurry();
      }
      return new Pause(patience.heartbeatEvery(), Pause.Kind.IDLE);
    }
    return new Pause(heartbeatBackoff.failed(), Pause.Kind.AFTER_FAILURE);
  }

  /** Threads end without finishing what is under way: it is repeated at the next start. */
  @Override
  public void close() {
    client.close();
    upload.close();
    heartbeat.close();
  }
}
