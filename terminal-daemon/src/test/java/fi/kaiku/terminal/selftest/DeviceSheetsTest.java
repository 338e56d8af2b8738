package fi.kaiku.terminal.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.terminal.config.TerminalConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private DeviceSheets sheets() throws Exception {
    Path events = Files.writeString(folder.resolve("events.csv"), "");
    Path file =
        Files.writeString(
            folder.resolve("terminal.yaml"),
            """
            venue: {id: house, name: {fi: Talo, sv: Huset, en: House}, area: espoo}
            data: %1$s/data
            events: {file: %2$s}
            scanners: []
            printers: [{name: tickets, port: 'tcp://127.0.0.1:9100', profile: generic-80mm}]
            stations: [{name: desk-1, kind: desk, printer: tickets}]
            """
                .formatted(folder, events));
    return new DeviceSheets(TerminalConfig.load(file), new SysfsScan(folder));
  }
}
