package fi.kaiku.terminal.config;

import fi.kaiku.device.port.PortAddress;
import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.card.ExtraSymbology;
import fi.kaiku.terminal.clock.ClockSource;
import fi.kaiku.terminal.registry.RegistrySettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code terminal.yaml}: how this terminal was set up. Each key is described in {@code
 * terminal.reference.yaml} beside this class's package.
 *
 * @param events the venue's list of events
 * @param alsoAccepted symbologies that count as a card beside Code 39 and QR (R2)
 * @param hub where uses are sent; without one they stay here until somebody types them in
 * @param scanningKeyboards keyboards that are scanners, each confirmed by a technician who scanned
 *     with it; no other keyboard is ever taken
 */
public record TerminalConfig(
    VenueConfig venue,
    DataFolder data,
    RegistrySettings registry,
    Path events,
    Set<ExtraSymbology> alsoAccepted,
    Set<PortAddress.Usb> scanningKeyboards,
    List<ScannerConfig> scanners,
    List<PrinterConfig> printers,
    List<StationConfig> stations,
    UiConfig ui,
    PolicyConfig policy,
    SocketsConfig sockets,
    ClockSource clock,
    Optional<URI> hub) {
  private static final Duration AGE_MAX = Duration.ofDays(730);

  public TerminalConfig {
    alsoAccepted = Set.copyOf(alsoAccepted);
    scanningKeyboards = Set.copyOf(scanningKeyboards);
    scanners = List.copyOf(scanners);
    printers = List.copyOf(printers);
    stations = List.copyOf(stations);
  }

  /**
   * Reads and checks the whole file.
   *
   * @throws ConfigException naming every mistake in it
   */
  public static TerminalConfig load(Path file) throws ConfigException {
    return new ConfigFile(file).read(TerminalConfig::read);
  }

  /** Whether any device is to be found by what it is on the USB. */
  public boolean usesUsb() {
    return Stream.concat(
            scanners.stream().map(ScannerConfig::port), printers.stream().map(PrinterConfig::port))
        .anyMatch(port -> port instanceof PortAddress.Usb || port instanceof PortAddress.UsbLp);
  }

  static TerminalConfig read(Section root, Path folder) {
    ValueKind<Path> path = ValueKinds.path(folder);
    DeviceNames names = DeviceNames.none();
    VenueConfig venue = VenueConfig.read(root.section("venue"));
    DataFolder data = new DataFolder(root.optional("data", path, DataFolder.DEFAULT));
    Set<PortAddress.Usb> keyboards =
        Set.copyOf(
            root.values(
                "scanning-keyboards",
                ValueKinds.usbPort().once(new HashSet<>(), "stands there twice"),
                List.of()));
    return new TerminalConfig(
        venue,
        data,
        registry(root.section("registry")),
        events(root.section("events"), path, folder),
        alsoAccepted(root.section("cards")),
        keyboards,
        root.sections("scanners", scanner -> ScannerConfig.read(scanner, names, keyboards)),
        root.sections("printers", printer -> PrinterConfig.read(printer, names)),
        stations(root, names),
        UiConfig.read(root.section("ui")),
        PolicyConfig.read(root.section("policy"), venue.id()),
        SocketsConfig.read(root.section("sockets"), path, data),
        clock(root.section("clock")),
        hub(root.section("hub")));
  }

  private static RegistrySettings registry(Section registry) {
    RegistrySettings usual = RegistrySettings.DEFAULT;
    Duration maxAge =
        registry.optional(
            "max-age", ValueKinds.duration(Duration.ofHours(1), AGE_MAX), usual.maxAge());
    Duration usualUse = maxAge.compareTo(usual.usableFor()) > 0 ? maxAge : usual.usableFor();
    Duration usableFor =
        registry.optional(
            "usable-for", ValueKinds.duration(RegistrySettings.USABLE_FOR_MIN, AGE_MAX), usualUse);
    registry.end();
    if (usableFor.compareTo(maxAge) < 0) {
      registry.problem("usable-for", "is less than max-age, expected at least as much");
      return usual;
    }
    return new RegistrySettings(maxAge, usableFor);
  }

  private static Path events(Section events, ValueKind<Path> path, Path folder) {
    Path file = events.optional("file", path, folder.resolve("events.csv"));
    events.end();
    return file;
  }

  private static Set<ExtraSymbology> alsoAccepted(Section cards) {
    ValueKind<ExtraSymbology> symbology = ValueKinds.word(ExtraSymbology.class);
    Set<ExtraSymbology> accepted = Set.copyOf(cards.values("also-accept", symbology, List.of()));
    cards.end();
    return accepted;
  }

  private static List<StationConfig> stations(Section root, DeviceNames names) {
    Set<StationName> seen = new HashSet<>();
    List<StationConfig> stations =
        root.sections("stations", station -> StationConfig.read(station, seen, names));
    if (stations.isEmpty()) {
      root.problem("stations", "expected at least one desk or kiosk");
    }
    return stations;
  }

  private static Optional<URI> hub(Section hub) {
    Optional<URI> url = Optional.ofNullable(hub.optional("url", ValueKinds.hubUrl(), null));
    hub.end();
    return url;
  }

  private static ClockSource clock(Section clock) {
    ClockSource source =
        clock.optional("source", ValueKinds.word(ClockSource.class), ClockSource.NTP);
    clock.end();
    return source;
  }
}
