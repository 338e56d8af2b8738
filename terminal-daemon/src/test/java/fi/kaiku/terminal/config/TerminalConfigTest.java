package fi.kaiku.terminal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.printer.PrinterProfile;
import fi.kaiku.device.scanner.Framing;
import fi.kaiku.device.scanner.KeyLayout;
import fi.kaiku.device.scanner.ScannerKind;
import fi.kaiku.terminal.InLocale;
import fi.kaiku.terminal.admission.Policy;
import fi.kaiku.terminal.admission.Policy.ChildrenAgeLimit;
import fi.kaiku.terminal.admission.StationKind;
import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.card.ExtraSymbology;
import fi.kaiku.terminal.clock.ClockSource;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.registry.RegistrySettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalConfigTest {
  private static final PortAddress.Usb WEDGE = new PortAddress.Usb(0x05e0, 0x1200, "S1", "");

  @TempDir Path folder;
  private ConfigFixture fixture;

  @BeforeEach
  void prepare() {
    fixture = new ConfigFixture(folder);
  }

  @Test
  void everyKeyIsTakenUp() throws ConfigException {
    TerminalConfig config =
        fixture.load(
            """
            venue:    {id: espoo-kulttuuritalo, name: {fi: Kulttuuritalo, sv: Kulturhuset, en: Culture house}, area: espoo}
            data:     /srv/kaiku
            registry: {max-age: 7d, usable-for: 60d}
            events:   {file: /srv/lists/events.csv}
            cards:    {also-accept: [code-128, aztec]}
            scanning-keyboards: ['usb:05e0:1200:S1', 'usb:05e0:1200@1-1.2']
            scanners: [{name: desk-1, port: 'usb:05e0:1200:S1', kind: keyboard, layout: fi, baud: 19200, suffix: crlf, idle: 200ms}]
            printers: [{name: tickets, port: 'tcp://192.0.2.10:9100', profile: generic-58mm, baud: 38400}]
            stations: [{name: ovi, kind: kiosk, scanner: desk-1, printer: tickets, screen: {px-per-mm: 4.03, viewing-distance-mm: 600}}]
            ui:       {port: 9090, languages: [sv, fi]}
            policy:   {children-age-limit: [{from: 2024-01-08, under: 16}], children-on-courses: true, undo-seconds: 0}
            sockets:  {ui: /run/kaiku/ui/s, admin: /run/kaiku/admin/s}
            clock:    {source: system}
            hub:      {url: 'https://hub.example/kaiku'}
            """);

    assertThat(config)
        .isEqualTo(
            new TerminalConfig(
                new VenueConfig(
                    "espoo-kulttuuritalo",
                    new LocalisedText("Kulttuuritalo", "Kulturhuset", "Culture house"),
                    "espoo"),
                new DataFolder(Path.of("/srv/kaiku")),
                new RegistrySettings(Duration.ofDays(7), Duration.ofDays(60)),
                Path.of("/srv/lists/events.csv"),
                Set.of(ExtraSymbology.CODE_128, ExtraSymbology.AZTEC),
                Set.of(WEDGE, new PortAddress.Usb(0x05e0, 0x1200, "", "1-1.2")),
                List.of(
                    new ScannerConfig(
                        new DeviceName("desk-1"),
                        WEDGE,
                        ScannerKind.KEYBOARD,
                        19_200,
                        new Framing(Framing.Suffix.CRLF, Duration.ofMillis(200)),
                        KeyLayout.FI)),
                List.of(
                    new PrinterConfig(
                        new DeviceName("tickets"),
                        new PortAddress.Tcp("192.0.2.10", 9_100),
                        38_400,
                        PrinterProfile.named("generic-58mm"))),
                List.of(
                    new StationConfig(
                        new StationName("ovi"),
                        StationKind.KIOSK,
                        Optional.of(new DeviceName("desk-1")),
                        Optional.of(new DeviceName("tickets")),
                        new ScreenConfig(Optional.of(new BigDecimal("4.03")), Optional.of(600)))),
                new UiConfig(9_090, List.of("sv", "fi")),
                new PolicyConfig(
                    new Policy(
                        "espoo-kulttuuritalo",
                        List.of(new ChildrenAgeLimit(LocalDate.of(2024, 1, 8), 16)),
                        true),
                    Duration.ZERO),
                new SocketsConfig(Path.of("/run/kaiku/ui/s"), Path.of("/run/kaiku/admin/s")),
                ClockSource.SYSTEM,
                Optional.of(URI.create("https://hub.example/kaiku"))));
  }

  @Test
  void theSmallestFileGetsTheDefaults() throws ConfigException {
    assertThat(fixture.load(ConfigFixture.SMALLEST))
        .isEqualTo(
            new TerminalConfig(
                new VenueConfig("hall", new LocalisedText("Talo", "Talo", "Talo"), ""),
                new DataFolder(Path.of("/var/lib/kaiku")),
                new RegistrySettings(Duration.ofDays(14), Duration.ofDays(90)),
                folder.resolve("events.csv"),
                Set.of(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(
                    new StationConfig(
                        new StationName("desk-1"),
                        StationKind.DESK,
                        Optional.empty(),
                        Optional.empty(),
                        new ScreenConfig(Optional.empty(), Optional.empty()))),
                new UiConfig(8_080, List.of("fi", "sv", "en")),
                new PolicyConfig(new Policy("hall", List.of(), false), Duration.ofSeconds(30)),
                new SocketsConfig(
                    Path.of("/var/lib/kaiku/run/ui/daemon.sock"),
                    Path.of("/var/lib/kaiku/run/admin/daemon.sock")),
                ClockSource.NTP,
                Optional.empty()));
  }

  @Test
  void aRegistryThatMayGetOldIsUsableForAsLong() throws ConfigException {
    assertThat(fixture.load(ConfigFixture.SMALLEST + "registry: {max-age: 100d}").registry())
        .isEqualTo(new RegistrySettings(Duration.ofDays(100), Duration.ofDays(100)));
  }

  @Test
  void relativePathsStartAtTheFile() throws ConfigException {
    TerminalConfig config =
        fixture.load(ConfigFixture.SMALLEST + "data: store\nevents: {file: ../lists/e.csv}\n");

    assertThat(config.data().journal()).isEqualTo(folder.resolve("store/journal.db"));
    assertThat(config.events()).isEqualTo(folder.getParent().resolve("lists/e.csv"));
    assertThat(config.sockets().ui()).isEqualTo(folder.resolve("store/run/ui/daemon.sock"));
  }

  @Test
  void theLocaleOfTheMachineChangesNothing() {
    for (String locale : List.of("tr-TR", "fi-FI", "ar-EG-u-nu-arab")) {
      InLocale.run(
          locale,
          () ->
              assertThat(
                      fixture.problems(
                          ConfigFixture.SMALLEST
                              + "cards: {also-accept: [pdf-417, data-matrix]}\nui: {port: 8080}\n"))
                  .isEmpty());
    }
  }

  @Test
  void allMistakesAreToldAtOnceWithPlaceKeyValueAndWhatWasExpected() {
    assertThat(
            fixture.problems(
                """
                venue: {id: Espoo!, name: {sv: Kulturhuset}}
                registry: {max-age: 14}
                scanners:
                  - name: desk-1
                    prot: 'virtual:desk-1'
                stations: [{name: desk-1, kind: dsek, scanner: desk1}]
                ui: {port: 80, languages: [fi, se]}
                policy: {undo-seconds: soon, children-on-courses: yes}
                sokets: {ui: /run/kaiku/ui.sock}
                """))
        .containsExactly(
            "1:13: venue.id: 'Espoo!': expected 1-64 small letters, digits and hyphens",
            "1:27: venue.name.fi: is missing, expected 1-120 characters",
            "2:21: registry.max-age: '14': expected a duration from 1h to 730d, such as 14d,"
                + " 12h, 5m, 30s or 150ms",
            "4:5: scanners[0].port: is missing, expected 'serial:/dev/serial/by-id/...',"
                + " 'usb:VVVV:PPPP', then ':SERIAL' or '@1-1.2', or 'virtual:NAME'",
            "5:5: scanners[0].prot: 'virtual:desk-1': unknown key, expected baud, idle, kind,"
                + " layout, name, port, suffix, did you mean 'port'?",
            "6:33: stations[0].kind: 'dsek': expected desk, kiosk, did you mean 'desk'?",
            "6:48: stations[0].scanner: 'desk1': expected desk-1, did you mean 'desk-1'?",
            "7:12: ui.port: '80': expected a whole number from 1024 to 65535",
            "7:32: ui.languages[1]: 'se': expected fi, sv, en, did you mean 'sv'?",
            "8:24: policy.undo-seconds: 'soon': expected a whole number from 0 to 600",
            "8:51: policy.children-on-courses: 'yes': expected true, false",
            "9:1: sokets: unknown key, expected cards, clock, data, events, hub, policy, printers,"
                + " registry, scanners, scanning-keyboards, sockets, stations, ui, venue, did you mean 'sockets'?");
  }

  @Test
  void whatAUsbScannerMustBeIsToldPlainly() {
    assertThat(
            fixture.problems(
                ConfigFixture.SMALLEST
                    + """
                    scanning-keyboards: ['usb:05e0:1200:S1', 'usb:5e0:1200', 'virtual:x']
                    scanners:
                      - {name: a, port: 'usb:05e0:1200:S2', kind: keyboard, layout: fin}
                      - {name: b, port: 'virtual:b', kind: hid-pos}
                      - {name: c, port: 'usb:0c2e', kind: hid}
                      - {name: d, port: 'tcp://192.0.2.10:9100'}
                    """))
        .containsExactly(
            "3:42: scanning-keyboards[1]: 'usb:5e0:1200': expected 'usb:VVVV:PPPP', then"
                + " ':SERIAL' or '@1-1.2'",
            "3:58: scanning-keyboards[2]: 'virtual:x': expected 'usb:VVVV:PPPP', then"
                + " ':SERIAL' or '@1-1.2'",
            "5:15: scanners[0].port: 'usb:05e0:1200:S2' is not among scanning-keyboards, expected"
                + " one that is confirmed there, did you mean 'usb:05e0:1200:S1'?",
            "5:65: scanners[0].layout: 'fin': expected us, fi, sv, de, fr, did you mean 'fi'?",
            "6:34: scanners[1].kind: only a 'usb:' port can be of this kind, expected auto or"
                + " serial",
            "7:21: scanners[2].port: 'usb:0c2e': expected 'serial:/dev/serial/by-id/...',"
                + " 'usb:VVVV:PPPP', then ':SERIAL' or '@1-1.2', or 'virtual:NAME'",
            "7:39: scanners[2].kind: 'hid': expected auto, serial, hid-pos, keyboard",
            "8:21: scanners[3].port: 'tcp://192.0.2.10:9100': expected"
                + " 'serial:/dev/serial/by-id/...', 'usb:VVVV:PPPP', then ':SERIAL' or '@1-1.2',"
                + " or 'virtual:NAME'");
  }

  @Test
  void theUsbIsWatchedForDevicesOnIt() throws ConfigException {
    assertThat(fixture.load(ConfigFixture.SMALLEST).usesUsb()).isFalse();
    assertThat(
            fixture
                .load(ConfigFixture.SMALLEST + "scanners: [{name: a, port: 'usb:05e0:1200'}]")
                .usesUsb())
        .isTrue();
    assertThat(
            fixture
                .load(ConfigFixture.SMALLEST + "printers: [{name: a, port: 'usb:04b8:0e15'}]")
                .usesUsb())
        .isTrue();
    assertThat(
            fixture
                .load(ConfigFixture.SMALLEST + "printers: [{name: a, port: 'usb-lp:04b8:0e15'}]")
                .usesUsb())
        .isTrue();
  }

  @Test
  void theMessageNamesTheFile() {
    assertThatThrownBy(() -> fixture.load("venue: 3\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(fixture.file + ":1:");
  }

  @Test
  void aMissingOrUnreadableFileIsToldPlainly() throws IOException {
    assertThatThrownBy(() -> TerminalConfig.load(folder.resolve("none.yaml")))
        .hasMessageEndingWith("none.yaml:1:1: there is no such file");
    Files.write(fixture.file, "venue: {id: Häät}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> TerminalConfig.load(fixture.file))
        .hasMessageEndingWith("not UTF-8 text");
    Files.writeString(fixture.file, "#".repeat(1 << 21));
    assertThatThrownBy(() -> TerminalConfig.load(fixture.file)).hasMessageContaining("larger than");
  }

  @Test
  void whatMayBeSecretIsNotPrinted() {
    assertThat(fixture.problems(ConfigFixture.SMALLEST + "hub-token: s3cret\nclerk-pin: 1234\n"))
        .hasSize(2)
        .allMatch(problem -> problem.contains("(not shown)"))
        .noneMatch(problem -> problem.contains("s3cret") || problem.contains("1234"));
  }
}
