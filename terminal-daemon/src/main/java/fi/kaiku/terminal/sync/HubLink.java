package fi.kaiku.terminal.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fi.kaiku.terminal.card.CardHasher;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.KeyFolder;
import fi.kaiku.terminal.card.NationalKey;
import fi.kaiku.terminal.disk.DurableFile;
import fi.kaiku.terminal.registry.CardRegistry;
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
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The terminal's link to its hub. Three threads, none of which waits for another: {@code
 * hub-upload} sends uses, {@code hub-registry} keeps the registry as the hub's, {@code
 * hub-heartbeat} tells how the terminal is and hears of a revocation even while no use gets
 * through. Any thread may call.
 */
public final class HubLink implements AutoCloseable {
  /** The outbox is looked at as often without a reason, should a wake-up have been missed. */
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  private static final Duration HEARTBEAT_EVERY = Duration.ofMinutes(1);

  /** Of a poll for changes of the registry: as long as the hub lets one wait. */
  private static final Duration POLL_WAIT = Duration.ofSeconds(30);

  /** A clerk waits for it, with a customer; half of it is for a second try with the right time. */
  private static final Duration CHECK_WITHIN = Duration.ofMillis(1_400);

  private final HubSite site;
  private final Patience patience;
  private final Journal journal;
  private final TerminalKey key;
  private final HubClient client;
  private final HubLine line;
  private final Uploader uploader;
  private final Backoff uploadBackoff;
  private final Backoff heartbeatBackoff;
  private final RegistryParts registry;
  private final RegistryPull pull;
  private final Backoff registryBackoff;
  private final SyncThread registryThread;
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

  /**
   * The registry that is kept as the hub's.
   *
   * @param hasher learns the hub's national key
   * @param keys where that is kept
   * @param downloads a file for a snapshot on its way
   */
  public record RegistryParts(
      CardRegistry registry, CardHasher hasher, KeyFolder keys, Path downloads) {}

  /** How long it waits for what. */
  record Patience(
      Duration answer, Duration firstBackoff, Duration heartbeatEvery, Duration registryPoll) {
    static final Patience USUAL =
        new Patience(HubClient.ANSWER_WITHIN, Backoff.FIRST, HEARTBEAT_EVERY, POLL_WAIT);
  }

  private HubLink(
      HubSite site, Journal journal, RegistryParts registry, Sources sources, Patience patience)
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
    this.registry = registry;
    this.pull =
        new RegistryPull(
            registry.registry(), registry.hasher()::keyNumber, line, registry.downloads());
    this.registryBackoff = new Backoff(sources.random(), patience.firstBackoff());
    this.registryThread = new SyncThread("hub-registry", this::followRegistry, registryBackoff);
    this.upload = new SyncThread("hub-upload", this::upload, uploadBackoff);
    this.heartbeat = new SyncThread("hub-heartbeat", this::heartbeat, heartbeatBackoff);
  }

  /**
   * Takes up the link as it was left.
   *
   * @throws IOException when the key or the enrolment can't be read
   */
  public static HubLink open(HubSite site, Journal journal, RegistryParts registry, Sources sources)
      throws IOException {
    return open(site, journal, registry, sources, Patience.USUAL);
  }

  static HubLink open(
      HubSite site, Journal journal, RegistryParts registry, Sources sources, Patience patience)
      throws IOException {
    HubLink link = new HubLink(site, journal, registry, sources, patience);
    Optional<Enrolment> known = Enrolment.read(site);
    known.ifPresent(link.line::enrolled);
    return link;
  }

  public void start() {
    journal.onChange(_ -> upload.wake());
    heartbeat.start();
    upload.start();
    registryThread.start();
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
      keepNationalKey(body.path("nationalKey"));
      known.write(site.enrolment());
      line.enrolled(known);
      upload.wake();
      heartbeat.wake();
      registryThread.wake();
      return new EnrolmentResult.Enrolled(known.venue());
    } catch (IllegalArgumentException e) {
      return new EnrolmentResult.NoAnswer("what answered is no hub: " + e.getMessage());
    } catch (IOException e) {
      return new EnrolmentResult.NoStore(e.toString());
    }
  }

  /**
   * The registry in use stays readable under its own key; where there is none, cards are hashed
   * with the hub's from now on.
   */
  private void keepNationalKey(JsonNode told) throws IOException {
    NationalKey key =
        new NationalKey(
            told.path("number").asInt(),
            Base64.getUrlDecoder().decode(told.path("secret").asText()));
    registry.keys().keep(key);
    registry.hasher().learn(key);
    if (registry.registry().cards() == 0) {
      registry.hasher().use(key.number());
    }
  }

  /** Asks for changes of the registry at once; answers within three seconds. */
  public RegistryCheck checkRegistry() throws InterruptedException {
    RegistryCheck found = pull.check(CHECK_WITHIN);
    registryThread.hurry();
    return found;
  }

  /** Why the registry can't be brought up to date, in plain words; empty while it can. */
  public String registryTrouble() {
    return pull.trouble();
  }

  private Pause followRegistry() throws InterruptedException {
    if (!line.isOpen()) {
      return new Pause(LOOK_EVERY, Pause.Kind.IDLE);
    }
    if (line.state() == HubState.REVOKED) {
      pull.erase();
      return new Pause(LOOK_EVERY, Pause.Kind.IDLE);
    }
    return switch (pull.turn(patience.registryPoll())) {
      case GO_ON -> {
        registryBackoff.succeeded();
        yield Pause.NONE;
      }
      case NO_CHANGE -> {
        registryBackoff.succeeded();
        yield new Pause(patience.firstBackoff(), Pause.Kind.IDLE);
      }
      case NO_REGISTRY -> {
        registryBackoff.succeeded();
        yield new Pause(patience.registryPoll(), Pause.Kind.IDLE);
      }
      case FAILED -> new Pause(registryBackoff.failed(), Pause.Kind.AFTER_FAILURE);
    };
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
    HubAnswer answer = line.ask(HubCall.post("/v1/heartbeats", told));
    if (line.state() == HubState.REVOKED && before != HubState.REVOKED) {
      registryThread.hurry();
    }
    if (answer instanceof HubAnswer.Done) {
      heartbeatBackoff.succeeded();
      if (before != HubState.CONNECTED) {
        upload.hurry();
        registryThread.hurry();
      }
      return new Pause(patience.heartbeatEvery(), Pause.Kind.IDLE);
    }
    return new Pause(heartbeatBackoff.failed(), Pause.Kind.AFTER_FAILURE);
  }

  /** Threads end without finishing what is under way: it is repeated at the next start. */
  @Override
  public void close() {
    upload.close();
    registryThread.close();
    heartbeat.close();
    client.close();
  }
}
