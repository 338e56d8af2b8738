package fi.kaiku.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.kaiku.device.discovery.Sighting;
import fi.kaiku.device.printer.PrinterProfile;
import fi.kaiku.device.scanner.Framing;
import fi.kaiku.device.scanner.KeyLayout;
import fi.kaiku.device.scanner.ProbeFinding;
import fi.kaiku.device.scanner.ScannerKind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The self-test's words, over the daemon's own sample of its answer and the desk's own words. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DevicesCommandTest {
  private static final Path DESK_WORDS = Path.of("../../kiosk-ui/src/main/resources");
  private static final Path SAMPLES = Path.of("../../terminal-daemon/src/test/resources/wire");

  @TempDir Path folder;
  private final StringWriter said = new StringWriter();
  private Path ui;

  @BeforeEach
  void makeJar() throws IOException {
    ui = folder.resolve("ui.jar");
    try (OutputStream file = Files.newOutputStream(ui);
        ZipOutputStream jar = new ZipOutputStream(file)) {
      for (String code : Set.of("fi", "sv", "en")) {
        String name = "web/i18n/" + code + ".json";
        jar.putNextEntry(new ZipEntry(name));
        Files.copy(DESK_WORDS.resolve(name), jar);
      }
    }
  }

  private static JsonNode sample(String file) throws IOException {
    return new ObjectMapper().readTree(SAMPLES.resolve(file).toFile());
  }

  @Test
  void eachDeviceIsToldWithItsTroubleAndItsScansWithoutTheirText() throws IOException {
    ExitCode code = report(Language.EN);
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(said.toString())
        .contains(
            "Scanner desk-1: works",
            "usb:05e0:1300:S1234",
            "Zebra DS2208",
            "card ...B12, 10 characters",
            "web address, 41 characters",
            "(KAIKU-P06)",
            "DLE EOT 4: paper end",
            "generic-80mm");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasEveryWord(Language language) throws IOException {
    report(language);
    assertThat(said.toString()).doesNotContain("device.", "ability.", "scan.", "state.");
    Properties english = labels("en");
    assertThat(labels(language.name().toLowerCase(Locale.ROOT)).keySet())
        .isEqualTo(english.keySet());
  }

  /** Whatever the daemon may tell of a device has words in each language. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void everyAbilityIsToldInTheLanguageAskedFor(Language language) throws IOException {
    Properties labels = labels(language.name().toLowerCase(Locale.ROOT));
    told("kind", ScannerKind.values()).forEach(key -> assertThat(labels).containsKey(key));
    told("suffix", Framing.Suffix.values()).forEach(key -> assertThat(labels).containsKey(key));
    told("layout", KeyLayout.values()).forEach(key -> assertThat(labels).containsKey(key));
    told("known-by", Sighting.KnownBy.values()).forEach(key -> assertThat(labels).containsKey(key));
    told("status", PrinterProfile.StatusWay.values())
        .forEach(key -> assertThat(labels).containsKey(key));
    told("confirmation", PrinterProfile.Confirmation.values())
        .forEach(key -> assertThat(labels).containsKey(key));
    told("qr", PrinterProfile.QrWay.DrawnBy.values())
        .forEach(key -> assertThat(labels).containsKey(key));
    told("cutter", PrinterProfile.Cutter.values())
        .forEach(key -> assertThat(labels).containsKey(key));
    told("drawer", PrinterProfile.Drawer.values())
        .forEach(key -> assertThat(labels).containsKey(key));
  }

  private static Stream<String> told(String ability, Enum<?>... values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .map(word -> "value." + ability + "." + word);
  }

  @Test
  void whatADeviceCanDoIsToldInTheLanguageAskedFor() throws IOException {
    report(Language.FI);
    assertThat(said.toString())
        .contains("sarjanumerosta; liitin saa vaihtua")
        .doesNotContain("serial-number", "ability", "value");
  }

  /** In the list of commands only the first line of each is shown: it has to be a sentence. */
  @Test
  void theHelpOfDevicesTellsEachCommandInAWholeSentence() {
    String usage = KaikuCommand.commandLine().getSubcommands().get("devices").getUsageMessage();
    assertThat(usage.replaceAll("\\s+", " "))
        .contains(
            "find-scanner Tells which device the new scanner is, and how it is set, from scans of"
                + " the test sheet.")
        .doesNotContain(", then tells");
    for (CommandLine command :
        KaikuCommand.commandLine().getSubcommands().get("devices").getSubcommands().values()) {
      assertThat(command.getCommandSpec().usageMessage().description()[0]).endsWith(".");
    }
  }

  @Test
  void aMistakeInTheConfigurationIsToldWhereNoDaemonAnswers() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("terminal.yaml"),
            """
            venue: {id: house, name: {fi: Talo}, area: espoo}
            data: data
            printers: [{name: tickets, port: 'virtual:tickets', profile: epson-tm-t20}]
            stations: [{name: door, kind: dsek, printer: tickets}]
            """);
    try (KaikuProcess kaiku =
        KaikuProcess.start(folder, "devices", "--config", config.toString())) {
      assertThat(kaiku.awaitEnd())
          .contains(
              config + ":3:62: printers[0].profile: 'epson-tm-t20'",
              "did you mean 'epson-tm-t20ii' or 'epson-tm-t20iii'?",
              config + ":4:31: stations[0].kind: 'dsek'")
          .doesNotContain("does not answer");
      assertThat(kaiku.exitCode()).isEqualTo(ExitCode.WRONG_CONFIG.number());
    }
  }

  @Test
  void aGoodConfigurationWhoseDaemonIsNotThereIsToldAsThat() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("terminal.yaml"),
            """
            venue: {id: house, name: {fi: Talo}, area: espoo}
            data: data
            stations: [{name: door, kind: desk}]
            """);
    try (KaikuProcess kaiku =
        KaikuProcess.start(folder, "devices", "--config", config.toString())) {
      assertThat(kaiku.awaitEnd()).contains("does not answer");
      assertThat(kaiku.exitCode()).isEqualTo(ExitCode.NOT_NOW.number());
    }
  }

  @Test
  void aTestPageThatWasNotStartedSaysWhy() throws IOException {
    ExitCode code =
        TestPrintCommand.tell(
            sample("test-print.json"), DeviceWords.of(Language.SV, ui), new PrintWriter(said));
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(said.toString()).contains("påbörjades inte", "KAIKU-P06");
  }

  @Test
  void aTestPageForNoPrinterOfTheTerminalNamesThoseThatItHas() throws IOException {
    JsonNode devices = sample("devices.json");
    String printer = devices.at("/printers/0/name").asText();
    TestPrintCommand.needKnown(printer, devices);
    assertThatExceptionOfType(PlainWordsException.class)
        .isThrownBy(() -> TestPrintCommand.needKnown("nope", devices))
        .withMessage("there is no printer 'nope'; this terminal has: " + printer);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aScannerThatWasFoundIsToldWithItsConfiguration(Language language) throws IOException {
    ExitCode code =
        FindScannerCommand.tell(
            sample("found-scanner.json"), DeviceWords.of(language, ui), new PrintWriter(said));
    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(said.toString())
        .contains("Zebra DS2208", "scanning-keyboards: ['usb:05e0:1200:S1234']", "kind: keyboard")
        .doesNotContain("search.");
  }

  /** Each is one that only a scanner set badly has, beside what every scanner has. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void everyFindingHasASentenceInEachLanguage(Language language) {
    DeviceWords words = DeviceWords.of(language, ui);
    List<ProbeFinding.Fact> facts = new ArrayList<>();
    facts.add(new ProbeFinding.Fact("prefix", "#1"));
    for (String fact :
        List.of(
            "suffix none",
            "suffix any",
            "suffix cr",
            "suffix lf",
            "suffix crlf",
            "suffix tab",
            "suffix etx",
            "layout fi",
            "aim sent",
            "aim not-sent",
            "check not-sent",
            "check sent-named",
            "check sent-unnamed",
            "letters swapped",
            "letters small",
            "letters capital",
            "pairs converted",
            "cards readable",
            "cards unreadable")) {
      facts.add(new ProbeFinding.Fact(fact.split(" ", 2)[0], fact.split(" ", 2)[1]));
    }
    for (ProbeFinding.Fact fact : facts) {
      assertThat(words.fact(fact.name(), fact.value()))
          .endsWith(".")
          .doesNotContain("%", fact.name() + ": " + fact.value());
    }
  }

  @Test
  void aFoundScannersSettingIsToldInTheLanguageAskedFor() throws IOException {
    FindScannerCommand.tell(
        sample("found-scanner.json"), DeviceWords.of(Language.FI, ui), new PrintWriter(said));
    assertThat(said.toString())
        .contains("Se päättää koodin merkkiin: CR.")
        .doesNotContain("It ends", "in socket");
  }

  @Test
  void aSearchWithoutAScanSaysSo() throws IOException {
    JsonNode nothing = new ObjectMapper().readTree("{\"found\": false}");
    ExitCode code =
        FindScannerCommand.tell(nothing, DeviceWords.of(Language.FI, ui), new PrintWriter(said));
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(said.toString()).contains("Mitään ei luettu");
  }

  @Test
  void theDaemonIsAskedOverItsSocket() throws IOException {
    Path socket = folder.resolve("admin.sock");
    try (FakeAdmin daemon =
        FakeAdmin.answering(
            socket, 60, "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":1}more")) {
      assertThat(new AdminSocket(socket).ask("GET", "/v1/devices")).isEqualTo("{\"a\":1}\n");
      assertThat(daemon.request()).startsWith("GET /v1/devices HTTP/1.1\r\n").endsWith("\r\n\r\n");
    }
  }

  private ExitCode report(Language language) throws IOException {
    return new DeviceReport(DeviceWords.of(language, ui), new PrintWriter(said))
        .print(sample("devices.json"));
  }

  private static Properties labels(String code) throws IOException {
    Properties labels = new Properties();
    try (var reader =
        Files.newBufferedReader(
            Path.of("src/main/resources/fi/kaiku/provisioning/devices-" + code + ".properties"))) {
      labels.load(reader);
    }
    return labels;
  }
}
