package fi.kaiku.terminal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both sides of every boundary, and what fits only together. */
class ConfigBoundariesTest {
  private static final String DEVICES =
      """
      venue: {id: hall, name: {fi: Talo}}
      scanners: [{name: s1, port: 'virtual:a'}, {name: s2, port: 'virtual:b'}]
      printers: [{name: p1, port: 'virtual:c'}, {name: p2, port: 'virtual:d'}]
      """;

  @TempDir Path folder;
  private ConfigFixture fixture;

  @BeforeEach
  void prepare() {
    fixture = new ConfigFixture(folder);
  }

  @Test
  void boundsAreToldInTheUnitsThatPeopleUse() {
    assertThat(fixture.problems(ConfigFixture.SMALLEST + "registry: {max-age: 1m}"))
        .singleElement()
        .asString()
        .contains("from 1h to 730d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "data: [                       | 1:8: not YAML: nothing follows here, expected a value or ']', '}'",
        "stations: [{name: a}          | 1:21: not YAML: expected ',' or ']'",
        "venue: {id: hall              | 1:17: not YAML: expected ',' or '}'",
        "venue: {name: {fi: 'Talo}}    | 1:27: not YAML: the file ends in a quoted value, expected a quote",
        "data: a: b                    | 1:8: not YAML: a second ':' in one line, expected quotes around a value that holds ': ' ('a: b')",
        "data: @a                      | 1:7: not YAML: a value can't begin with '@', expected quotes around it",
        "data:~\tui: {port: 8080}      | 2:1: not YAML: a tab, expected spaces at the beginning of a line",
        "venue:~  id: hall~ area: x    | 3:2: not YAML: expected a line as far to the right as the others beside it"
      })
  void whatIsNoYamlIsToldWithItsPlaceAndWhatWasExpected(String yaml, String problem) {
    assertThat(fixture.problems(yaml.replace('~', '\n'))).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "registry: {max-age: 1h}                      | registry: {max-age: 59m}",
        "registry: {max-age: 730d}  | registry: {max-age: 730d, usable-for: 731d}",
        "registry: {usable-for: 45d}                  | registry: {usable-for: 44d}",
        "registry: {max-age: 60d, usable-for: 60d}    | registry: {max-age: 61d, usable-for: 60d}",
        "ui: {port: 1024}                             | ui: {port: 1023}",
        "ui: {port: 65535}                            | ui: {port: 65536}",
        "ui: {languages: [en]}                        | ui: {languages: []}",
        "ui: {languages: [fi, en]}                    | ui: {languages: [fi, fi]}",
        "policy: {undo-seconds: 0}                    | policy: {undo-seconds: -1}",
        "policy: {undo-seconds: 600}                  | policy: {undo-seconds: 601}",
        "policy: {children-on-courses: true}          | policy: {children-on-courses: 'on'}",
        "policy: {children-age-limit: []}             | policy: {children-age-limit: 18}",
        "policy: {children-age-limit: [{from: 2024-02-29, under: 1}]}  | policy: {children-age-limit: [{from: 2023-02-29, under: 1}]}",
        "policy: {children-age-limit: [{from: 2024-01-08, under: 30}]} | policy: {children-age-limit: [{from: 2024-01-08, under: 31}]}",
        "policy: {children-age-limit: [{from: 2024-01-08, under: 18}]} | policy: {children-age-limit: [{from: 2024-01-08}]}",
        "policy: {children-age-limit: [{from: 2024-01-08, under: 18}, {from: 2025-01-01, under: 16}]} | policy: {children-age-limit: [{from: 2024-01-08, under: 18}, {from: 2024-01-08, under: 16}]}",
        "clock: {source: system}                      | clock: {source: System}",
        "cards: {also-accept: [code-128]}             | cards: {also-accept: [ean]}",
        "cards: {also-accept: []}                     | cards: {also-accept: code-128}",
        "data: /srv/kaiku                             | data: ''",
        "events: {file: e.csv}                        | events: {file: [e.csv]}",
        "sockets: {ui: /run/a/s}                      | sockets: {ui: /run/a/s, admin: /run/a/t}",
        "events:                                      | events: 3",
        "scanners:                                    | scanners: 3"
      })
  void oneSideIsGoodTheOtherIsNot(String good, String bad) {
    assertThat(fixture.problems(ConfigFixture.SMALLEST + good)).isEmpty();
    assertThat(fixture.problems(ConfigFixture.SMALLEST + bad)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: s3, port: 'serial:/dev/ttyACM0', baud: 1200, idle: 20ms} | {name: s3, port: 'serial:/dev/ttyACM0', idle: 19ms}",
        "{name: s3, port: 'serial:/dev/ttyACM0', idle: 5s}  | {name: s3, port: 'serial:/dev/ttyACM0', idle: 5001ms}",
        "{name: s3, port: 'virtual:x', baud: 115200}        | {name: s3, port: 'virtual:x', baud: 9601}",
        "{name: s3, port: 'virtual:x', suffix: none}        | {name: s3, port: 'virtual:x', suffix: nul}",
        "{name: s3, port: 'serial:/dev/ttyACM0'}            | {name: s3, port: 'tcp://192.0.2.1:9100'}",
        "{name: s3, port: 'usb:0c2e:0b61'}                  | {name: s3, port: 'usb-lp:0c2e:0b61'}",
        "{name: s3, port: 'virtual:x'}                      | {name: s3, port: '/dev/ttyACM0'}",
        "{name: s3, port: 'virtual:x'}                      | {name: s1, port: 'virtual:x'}",
        "{name: s3, port: 'virtual:x'}                      | {name: s3, port: 'virtual:a'}",
        "{name: s3, port: 'virtual:x'}                      | {name: s3, port: 'virtual:c'}",
        "{name: s3, port: 'virtual:x'}                      | {name: S3, port: 'virtual:x'}",
        "{name: s3, port: 'virtual:x'}                      | {name: s3}"
      })
  void aScannerHasANameAndAPortOfItsOwn(String good, String bad) {
    String rest = "stations: [{name: desk-1, kind: desk}]\n";
    assertThat(fixture.problems(withScanner(good) + rest)).isEmpty();
    assertThat(fixture.problems(withScanner(bad) + rest)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{name: a, kind: desk, scanner: s1, printer: p1}, {name: b, kind: kiosk, scanner: s2, printer: p2}] | 0",
        "[{name: a, kind: desk}]                                                                   | 0",
        "[{name: a, kind: desk, scanner: s1}, {name: b, kind: desk, scanner: s1}]                  | 1",
        "[{name: a, kind: desk, printer: p1}, {name: b, kind: desk, printer: p1}]                  | 1",
        "[{name: a, kind: desk}, {name: a, kind: desk}]                                            | 1",
        "[{name: a, kind: desk, scanner: p1}]                                                      | 1",
        "[{name: a, kind: desk, scanner: s3, printer: p3}]                                         | 2",
        "[{name: a, kind: kiosk, scanner: s1}]                                                     | 1",
        "[{name: a, kind: kiosk}]                                                                  | 2",
        "[{name: a}]                                                                               | 1",
        "[a]                                                                                       | 3",
        "[]                                                                                        | 1"
      })
  void aStationHasDevicesThatExistAndServeItAlone(String stations, int problems) {
    assertThat(fixture.problems(DEVICES + "stations: " + stations)).hasSize(problems);
  }

  @ParameterizedTest
  @ValueSource(strings = {"generic-80", "Generic-80mm", "''"})
  void aPrinterProfileIsOneOfTheShipped(String profile) {
    String printer = "printers: [{name: p, port: 'virtual:p', profile: %s}]\n";

    assertThat(fixture.problems(ConfigFixture.SMALLEST + printer.formatted(profile))).hasSize(1);
    assertThat(fixture.problems(ConfigFixture.SMALLEST + printer.formatted("generic-80mm")))
        .isEmpty();
  }

  @Test
  void aSocketPathIsAsLongAsTheKernelTakes() {
    String fits = "/run/" + "a".repeat(SocketsConfig.PATH_BYTES_MAX - "/run//s".length()) + "/s";
    String umlauts = "/run/" + "ä".repeat(51) + "/s";

    assertThat(fixture.problems(ConfigFixture.SMALLEST + "sockets: {ui: " + fits + "}")).isEmpty();
    assertThat(fixture.problems(ConfigFixture.SMALLEST + "sockets: {ui: " + fits + "x}"))
        .hasSize(1);
    assertThat(fixture.problems(ConfigFixture.SMALLEST + "sockets: {ui: " + umlauts + "}"))
        .singleElement()
        .asString()
        .contains("has 109 bytes");
  }

  @Test
  void aLongDataFolderMakesSocketPathsTooLong() {
    String folder = "/" + "d".repeat(90);

    assertThat(fixture.problems(ConfigFixture.SMALLEST + "data: " + folder))
        .hasSize(2)
        .allMatch(problem -> problem.contains("a shorter 'data' helps as well"));
  }

  @Test
  void whatIsNoConfigurationAtAllIsOneProblemWithItsPlace() {
    for (String yaml :
        List.of(
            "venue: {id: hall",
            "- a\n- b\n",
            "venue: &v {id: hall}\n",
            "a: *b\n",
            "\tx: y\n",
            "text")) {
      assertThat(fixture.problems(yaml))
          .as(yaml)
          .isNotEmpty()
          .allMatch(p -> p.matches("\\d+:\\d+: .+"));
    }
    assertThat(fixture.problems(ConfigFixture.SMALLEST + "ui: {port: 8080}\nui: {port: 8081}\n"))
        .containsExactly("4:1: ui: stands there twice");
    assertThat(fixture.problems(ConfigFixture.SMALLEST + "---\nui: {port: 8080}\n"))
        .singleElement()
        .asString()
        .contains("second document");
    assertThat(fixture.problems("")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: p3, port: 'serial:/dev/ttyUSB0', baud: 1200}   | {name: p3, port: 'serial:/dev/ttyUSB0', baud: 1201}",
        "{name: p3, port: 'serial:/dev/ttyUSB0', baud: 115200} | {name: p3, port: 'serial:/dev/ttyUSB0', baud: 230400}",
        "{name: p3, port: 'serial:/dev/ttyUSB0', baud: 9600}   | {name: p3, port: 'serial:/dev/ttyUSB0', baud: fast}",
        "{name: p3, port: 'tcp://192.0.2.1:9100'}              | {name: p3, port: 'tcp://192.0.2.1:0'}",
        "{name: p3, port: 'tcp://192.0.2.1:65535'}             | {name: p3, port: 'tcp://192.0.2.1:65536'}",
        "{name: p3, port: 'usb:04b8:0202'}                     | {name: p3, port: 'usb:04b8'}",
        "{name: p3, port: 'usb:04b8:0202:J1'}                  | {name: p3, port: 'usb:04b8:02021'}",
        "{name: p3, port: 'usb-lp:04b8:0202'}                  | {name: p3, port: 'usb-lp:'}",
        "{name: p3, port: 'usb-lp:04b8:0202@1-1.2'}            | {name: p3, port: 'usb-lp:epson'}",
        "{name: p3, port: 'virtual:x'}                         | {name: p3, port: '/dev/usb/lp0'}",
        "{name: p3, port: 'virtual:x'}                         | {name: p1, port: 'virtual:x'}",
        "{name: p3, port: 'virtual:x'}                         | {name: p3, port: 'virtual:a'}",
        "{name: p3, port: 'virtual:x'}                         | {name: p3}"
      })
  void aPrinterHasANameAndAPortOfItsOwn(String good, String bad) {
    String rest = "stations: [{name: desk-1, kind: desk}]\n";
    assertThat(fixture.problems(withPrinter(good) + rest)).isEmpty();
    assertThat(fixture.problems(withPrinter(bad) + rest)).hasSize(1);
  }

  private static String withPrinter(String printer) {
    return DEVICES.replace("{name: p2", printer + ", {name: p2");
  }

  private static String withScanner(String scanner) {
    return DEVICES.replace("{name: s2", scanner + ", {name: s2");
  }
}
