package fi.kaiku.terminal;

import com.fasterxml.uuid.Generators;
import fi.kaiku.device.DeviceName;
import fi.kaiku.terminal.admission.AdmissionDesk;
import fi.kaiku.terminal.admission.AdmissionSite;
import fi.kaiku.terminal.admission.AdmissionSources;
import fi.kaiku.terminal.admission.CardErasure;
import fi.kaiku.terminal.admission.CardIntake;
import fi.kaiku.terminal.admission.DeskClock;
import fi.kaiku.terminal.admission.DeskTools;
import fi.kaiku.terminal.admission.EventMemory;
import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.agent.AgentReports;
import fi.kaiku.terminal.agent.AgentSources;
import fi.kaiku.terminal.api.ApiParts;
import fi.kaiku.terminal.api.SharedFacts;
import fi.kaiku.terminal.api.TerminalApi;
import fi.kaiku.terminal.api.TerminalIdentity;
import fi.kaiku.terminal.call.StaffCalls;
import fi.kaiku.terminal.card.CardHasher;
import fi.kaiku.terminal.card.CardReader;
import fi.kaiku.terminal.card.CardVault;
import fi.kaiku.terminal.card.KeyFolder;
import fi.kaiku.terminal.clock.LinuxTime;
import fi.kaiku.terminal.clock.TerminalClock;
import fi.kaiku.terminal.config.StationConfig;
import fi.kaiku.terminal.config.TerminalConfig;
import fi.kaiku.terminal.event.EventCatalogue;
import fi.kaiku.terminal.event.EventCatalogue.EventSource;
import fi.kaiku.terminal.receipt.PrintQueue;
import fi.kaiku.terminal.receipt.TicketLayout;
import fi.kaiku.terminal.receipt.TicketWords;
import fi.kaiku.terminal.registry.CardRegistry;
import fi.kaiku.terminal.store.Journal;
import fi.kaiku.terminal.sync.HubLink;
import fi.kaiku.terminal.sync.HubSite;
import fi.kaiku.terminal.sync.HubState;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The daemon's wiring diagram: opened in the order of the flow, closed in reverse. */
final class Terminal implements AutoCloseable {
  private static final String SAMPLE_CARDS = "demo-cards.csv";

  private final TerminalConfig config;
  private final Build build;
  private final OpenParts open = new OpenParts();
  private final SecureRandom random = new SecureRandom();
  private final Supplier<UUID> ids = Generators.timeBasedEpochGenerator(random)::generate;

  private Terminal(TerminalConfig config, Build build) {
    this.config = config;
    this.build = build;
  }

  /**
   * Starts all of it; nothing stays open when that fails.
   *
   * @throws StartRefusedException in plain words for the technician
   */
  static Terminal start(TerminalConfig config, Build build) throws StartRefusedException {
    Terminal terminal = new Terminal(config, build);
    try {
      terminal.open();
      return terminal;
    } catch (IOException e) {
      terminal.close();
      throw new StartRefusedException(e.toString(), e);
    } catch (StartRefusedException | RuntimeException e) {
      terminal.close();
      throw e;
    }
  }

  private void open() throws StartRefusedException, IOException {
    open.add("data folder", DataFolderLock.take(config.data().path()));
    KeyFolder keys = KeyFolder.open(config.data().keys(), random);
    CardHasher hasher = hasher(keys);
    TerminalClock clock = open.add("clock", startClock());
    Journal journal =
        open.add("journal", Journal.open(config.data().path(), () -> clock.read().now()));
    CardRegistry registry =
        open.add(
            "registry",
            CardRegistry.open(config.data().registry(), hasher, config.registry(), clock::read));
    EventCatalogue events = open.add("events", openEvents(journal, clock));
    HubLink.RegistryParts cards = cards(registry, hasher, keys);
    AdmissionDesk admissions = admissions(journal, clock, cards);
    TerminalDevices devices = new TerminalDevices(config, () -> clock.read().now());
    DeskTools tools =
        new DeskTools(
            new CardIntake(new CardReader(config.alsoAccepted()), hasher::hash, registry::lookup),
            events::find,
            eventMemory(journal),
            admissions,
            new DeskClock(() -> clock.read().now(), System::nanoTime),
            ids);
    List<StationWiring> stations =
        config.stations().stream()
            .map(station -> StationWiring.of(station, config, tools, devices))
            .toList();
    stations.forEach(station -> open.add("station", station.desk()).start());
    followChanges(stations, clock, registry, events, journal);
    eraseCards(journal, clock, events);
    Optional<HubLink> hub = linkToHub(journal, clock, cards);
    hub.ifPresent(link -> start(link, stations));
    startDevices(stations, devices, journal);
    ApiParts parts =
        new ApiParts(
            identity(),
            UUID.randomUUID().toString(),
            stations.stream().map(StationWiring::forApi).toList(),
            new SharedFacts(
                journal,
                registry::age,
                clock::read,
                events::all,
                events::state,
                new StaffCalls(ids, () -> clock.read().now(), System::nanoTime),
                () -> hub.map(HubLink::state).orElse(HubState.NONE)),
            admissions,
            clock,
            registry,
            List.copyOf(devices.scanners()),
            List.copyOf(devices.printers()),
            devices.virtual(config.data().path().resolve(SAMPLE_CARDS)),
            devices.selfTest(),
            new AgentReports(
                new AgentSources(
                    hasher::hash, events::all, clock::read, registry::lookup, admissions::enter)),
            hub);
    open.add("API", TerminalApi.start(parts, config.sockets().ui(), config.sockets().admin()));
  }

  private static void start(HubLink hub, List<StationWiring> stations) {
    hub.onChange(() -> stations.forEach(station -> station.publisher().statusChanged()));
    hub.start();
  }

  /** With all keys that it has: the registry in use says by which of them cards are looked up. */
  private static CardHasher hasher(KeyFolder keys) throws IOException {
    CardHasher hasher = new CardHasher(keys.nationalKey());
    keys.nationalKeys().forEach(hasher::learn);
    return hasher;
  }

  private HubLink.RegistryParts cards(CardRegistry registry, CardHasher hasher, KeyFolder keys) {
    Path downloads = config.data().path().resolve("registry-download.part");
    return new HubLink.RegistryParts(registry, hasher, keys, downloads);
  }

  private Optional<HubLink> linkToHub(
      Journal journal, TerminalClock clock, HubLink.RegistryParts registry) throws IOException {
    if (config.hub().isEmpty()) {
      return Optional.empty();
    }
    KeyFolder keys = registry.keys();
    CardVault vault = keys.vault(System.getenv());
    HubSite site =
        new HubSite(
            config.hub().get(),
            terminalId(),
            build.version(),
            keys.hubKeyFile(),
            keys.enrolmentFile());
    HubLink.Sources sources =
        new HubLink.Sources(() -> clock.read().now(), ids, vault::open, random);
    return Optional.of(open.add("hub", HubLink.open(site, journal, registry, sources)));
  }

  private String terminalId() throws IOException {
    return TerminalId.readOrMake(config.data().terminalId(), ids);
  }

  private TerminalClock startClock() {
    return TerminalClock.start(
        config.clock(),
        new LinuxTime(InstantSource.system()),
        build.at(),
        config.data().goodTime());
  }

  private AdmissionDesk admissions(
      Journal journal, TerminalClock clock, HubLink.RegistryParts cards) throws IOException {
    AdmissionSources sources =
        new AdmissionSources(
            clock::read,
            cards.hasher()::hashes,
            cards.registry()::lookup,
            cards.registry()::age,
            cards.keys().vault(System.getenv()),
            ids,
            random);
    return new AdmissionDesk(journal, sources, site());
  }

  private EventCatalogue openEvents(Journal journal, TerminalClock clock) throws IOException {
    return EventCatalogue.open(
        new EventSource(
            config.events(),
            config.data().lastEvents(),
            config.venue().id(),
            event -> journal.read(view -> view.useCounts().hasAdmissions(event)),
            () -> clock.read().now()));
  }

  private static EventMemory eventMemory(Journal journal) {
    return new EventMemory(
        station -> journal.read(view -> view.stationEvents().last(station)),
        (station, event) ->
            journal.writeLater(
                tx -> {
                  tx.stationEvents().choose(station, event);
                  return event;
                }));
  }

  private AdmissionSite site() throws IOException {
    Map<StationName, DeviceName> printers = new HashMap<>();
    for (StationConfig station : config.stations()) {
      station.printer().ifPresent(printer -> printers.put(station.name(), printer));
    }
    return new AdmissionSite(
        config.venue().id(), terminalId(), printers, config.policy().undoWindow());
  }

  private TerminalIdentity identity() {
    return new TerminalIdentity(
        config.venue().id(), config.venue().name(), config.ui().languages(), build.version());
  }

  private static void followChanges(
      List<StationWiring> stations,
      TerminalClock clock,
      CardRegistry registry,
      EventCatalogue events,
      Journal journal) {
    Runnable refresh = () -> stations.forEach(StationWiring::refresh);
    clock.onChange(refresh);
    registry.onChange(refresh);
    events.onChange(refresh);
    journal.onChange(_ -> stations.forEach(station -> station.desk().refresh()));
  }

  private void eraseCards(Journal journal, TerminalClock clock, EventCatalogue events) {
    CardErasure erasure =
        open.add("card erasure", new CardErasure(journal, clock::read, events::find));
    clock.onChange(erasure::lookSoon);
    erasure.start();
  }

  /** Paper before scans: what was queued when the terminal stopped comes out by itself. */
  private void startDevices(
      List<StationWiring> stations, TerminalDevices devices, Journal journal) {
    TicketLayout layout =
        new TicketLayout(
            config.venue().name(), config.ui().languages().stream().map(TicketWords::of).toList());
    InstantSource system = InstantSource.system();
    Runnable show = () -> stations.forEach(station -> station.publisher().statusChanged());
    devices
        .printers()
        .forEach(
            printer -> {
              open.add("printer " + printer.name(), printer);
              PrintQueue queue =
                  open.add("print queue", new PrintQueue(journal, printer, layout, system));
              journal.onChange(_ -> queue.wake());
              printer.start(
                  _ -> {
                    queue.wake();
                    show.run();
                  });
              queue.start();
            });
    stations.forEach(
        station ->
            station
                .scanner()
                .ifPresent(
                    scanner ->
                        open.add("scanner " + scanner.name(), scanner)
                            .start(
                                devices
                                    .selfTest()
                                    .scans()
                                    .noting(scanner.name(), station.desk()::accept),
                                _ -> show.run())));
    if (config.usesUsb()) {
      open.add("USB watch", devices.watchUsb());
    }
  }

  @Override
  public void close() {
    open.close();
  }
}
