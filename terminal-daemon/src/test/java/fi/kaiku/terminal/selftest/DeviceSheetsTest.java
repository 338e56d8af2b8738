package fi.kaiku.terminal.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.terminal.config.TerminalConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceSheetsTest {
  private static final DeviceName PRINTER = new DeviceName("tickets");

  @TempDir Path folder;

  @Test
  void aPrintersOwnWordOnItsModelStandsBesideTheProfileThatFits() throws Exception {
    assertThat(sheets().printer(PRINTER, "TM-T88V").abilities())
        .contains(
            new DeviceSheet.Ability("says-model", "TM-T88V"),
            new DeviceSheet.Ability("fits", "epson-tm-t88v"),
            new DeviceSheet.Ability("profile", "generic-80mm"));
  }

  @Test
  void aModelThatNobodyKnowsIsToldSo() throws Exception {
    assertThat(sheets().printer(PRINTER, "ZX-9000").abilities())
        .contains(new DeviceSheet.Ability("fits", "unknown"));
  }

  @Test
  void aPrinterThatSaidNothingHasNoModel() throws Exception {
    assertThat(sheets().printer(PRINTER, "").model()).isEmpty();
    assertThat(sheets().printer(PRINTER, "").abilities())
        .extracting(DeviceSheet.Ability::name)
        .doesNotContain("says-model", "fits");
  }

  /** A class 7 printer that was never asked anything: its USB number and name tell. */
  @ParameterizedTest
  @CsvSource({
    "0416, 5011, '', generic-58mm",
    "04b8, 0e28, TM-T20III, epson-tm-t20iii",
    "1234, 5678, ZX-9000, unknown",
  })
  void aPrintersUsbNumberOrNameTellsWhichProfileFits(
      String vendor, String product, String name, String fits) throws Exception {
    Path device = Files.createDirectories(folder.resolve("bus/usb/devices/1-1"));
    Files.write(device.resolve("descriptors"), new byte[0]);
    Map<String, String> attributes =
        Map.of(
            "busnum",
            "1",
            "devnum",
            "2",
            "idVendor",
            vendor,
            "idProduct",
            product,
            "product",
            name);
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      Files.writeString(device.resolve(attribute.getKey()), attribute.getValue() + "\n");
    }

    assertThat(sheets("usb:" + vendor + ":" + product).printer(PRINTER, "").abilities())
        .contains(
            new DeviceSheet.Ability("known-by", "only-one-of-its-model"),
            new DeviceSheet.Ability("fits", fits));
  }

  private DeviceSheets sheets() throws Exception {
    return sheets("tcp://127.0.0.1:9100");
  }

  private DeviceSheets sheets(String port) throws Exception {
    Path events = Files.writeString(folder.resolve("events.csv"), "");
    Path file =
        Files.writeString(
            folder.resolve("terminal.yaml"),
            """
            venue: {id: house, name: {fi: Talo, sv: Huset, en: House}, area: espoo}
            data: %1$s/data
            events: {file: %2$s}
            scanners: []
            printers: [{name: tickets, port: '%3$s', profile: generic-80mm}]
            stations: [{name: desk-1, kind: desk, printer: tickets}]
            """
                .formatted(folder, events, port));
    return new DeviceSheets(TerminalConfig.load(file), new SysfsScan(folder));
  }
}
