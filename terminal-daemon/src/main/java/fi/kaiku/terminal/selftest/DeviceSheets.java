package fi.kaiku.terminal.selftest;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.discovery.Sighting;
import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.discovery.UsbDevice;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.printer.PrinterIdentity;
import fi.kaiku.device.printer.PrinterProfile;
import fi.kaiku.device.printer.ProfileChoice;
import fi.kaiku.terminal.config.PrinterConfig;
import fi.kaiku.terminal.config.ScannerConfig;
import fi.kaiku.terminal.config.TerminalConfig;
import fi.kaiku.terminal.selftest.DeviceSheet.Ability;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sheet of each configured device; what it calls itself is read from sysfs, or was said to its
 * driver.
 */
public final class DeviceSheets {
  private final TerminalConfig config;
  private final SysfsScan usb;

  public DeviceSheets(TerminalConfig config, SysfsScan usb) {
    this.config = config;
    this.usb = usb;
  }

  public DeviceSheet scanner(DeviceName name) {
    ScannerConfig scanner =
        config.scanners().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return new DeviceSheet(
        scanner.port().text(),
        model(scanner.port()),
        List.of(
            new Ability("kind", word(scanner.kind())),
            new Ability("suffix", word(scanner.framing().suffix())),
            new Ability("layout", word(scanner.layout()))));
  }

  /**
   * Looks a printer up.
   *
   * @param said the model as the printer itself says; empty when it did not
   */
  public DeviceSheet printer(DeviceName name, String said) {
    PrinterConfig printer =
        config.printers().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return new DeviceSheet(
        printer.port().text(),
        Stream.of(model(printer.port()), own(said))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining("; ")),
        abilities(printer.profile()));
  }

  private static String own(String said) {
    if (said.isEmpty()) {
      return "";
    }
    PrinterIdentity identity =
        new PrinterIdentity(List.of(said), "", PrinterIdentity.Language.ESC_POS_OR_UNKNOWN);
    return said + " in its own words: " + ProfileChoice.of(identity).words();
  }

  private static List<Ability> abilities(PrinterProfile profile) {
    return List.of(
        new Ability("profile", profile.name()),
        new Ability("dots", "" + profile.paper().dots()),
        new Ability("columns", "" + profile.paper().columns()),
        new Ability("code-page", word(profile.textPage().page())),
        new Ability("status", word(profile.abilities().status())),
        new Ability("confirmation", word(profile.abilities().confirmation())),
        new Ability("qr", word(profile.abilities().qr().by())),
        new Ability("cutter", word(profile.mechanics().cutter())),
        new Ability("drawer", word(profile.mechanics().drawer())));
  }

  private String model(PortAddress port) {
    return switch (port) {
      case PortAddress.Usb wanted -> sighted(wanted);
      case PortAddress.UsbLp wanted -> sighted(wanted.device());
      case PortAddress.Serial serial -> withFile(serial.path());
      case PortAddress.LpFile file -> withFile(file.path());
      case PortAddress.Tcp _, PortAddress.Virtual _ -> "";
    };
  }

  private String sighted(PortAddress.Usb wanted) {
    Sighting sighting = Sighting.of(wanted, usb.scan());
    return sighting instanceof Sighting.Found found
        ? named(found.device()) + "; " + sighting.words()
        : sighting.words();
  }

  private String withFile(String path) {
    try {
      String real = Path.of(path).toRealPath().toString();
      return usb.scan().stream()
          .filter(device -> device.functions().stream().anyMatch(f -> f.nodes().contains(real)))
          .findFirst()
          .map(DeviceSheets::named)
          .orElse("");
    } catch (IOException absent) {
      return "";
    }
  }

  private static String named(UsbDevice device) {
    return (device.maker() + " " + device.name()).strip() + " (" + device.address().text() + ")";
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
