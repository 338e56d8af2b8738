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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
    Model model = model(scanner.port());
    List<Ability> abilities = new ArrayList<>(model.abilities());
    abilities.add(new Ability("kind", word(scanner.kind())));
    abilities.add(new Ability("suffix", word(scanner.framing().suffix())));
    abilities.add(new Ability("layout", word(scanner.layout())));
    return new DeviceSheet(scanner.port().text(), model.name(), abilities);
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
    Model model = model(printer.port());
    List<Ability> abilities = new ArrayList<>(model.abilities());
    abilities.addAll(fitting(printer.port(), said));
    abilities.addAll(abilities(printer.profile()));
    return new DeviceSheet(printer.port().text(), model.name(), abilities);
  }

  /** What the printer calls itself, and which profile fits that, its USB name or number. */
  private List<Ability> fitting(PortAddress port, String said) {
    PrinterIdentity identity = identity(port, said);
    if (identity.names().isEmpty() && identity.usbId().isEmpty()) {
      return List.of();
    }
    String fits =
        switch (ProfileChoice.of(identity)) {
          case ProfileChoice.Known known -> known.profile().name();
          case ProfileChoice.Guessed _ -> "unknown";
          case ProfileChoice.NotEscPos _ -> "star";
        };
    Ability fit = new Ability("fits", fits);
    return said.isEmpty() ? List.of(fit) : List.of(new Ability("says-model", said), fit);
  }

  private PrinterIdentity identity(PortAddress port, String said) {
    Sighting sighting =
        switch (port) {
          case PortAddress.Usb wanted -> Sighting.of(wanted, usb.scan());
          case PortAddress.UsbLp wanted -> Sighting.of(wanted.device(), usb.scan());
          case PortAddress.Serial _,
              PortAddress.LpFile _,
              PortAddress.Tcp _,
              PortAddress.Virtual _ ->
              new Sighting.Absent();
        };
    return sighting instanceof Sighting.Found(UsbDevice device, Sighting.KnownBy _)
        ? identity(List.of(said, device.name()), numbers(device))
        : identity(List.of(said), "");
  }

  private static PrinterIdentity identity(List<String> names, String usbId) {
    return new PrinterIdentity(names, usbId, PrinterIdentity.Language.ESC_POS_OR_UNKNOWN);
  }

  private static String numbers(UsbDevice device) {
    return "%04x:%04x".formatted(device.vendor(), device.product());
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

  /** What is found at an address: its name, empty when it has none, and how it was known. */
  private record Model(String name, List<Ability> abilities) {}

  private Model model(PortAddress port) {
    return switch (port) {
      case PortAddress.Usb wanted -> sighted(wanted);
      case PortAddress.UsbLp wanted -> sighted(wanted.device());
      case PortAddress.Serial serial -> new Model(withFile(serial.path()), List.of());
      case PortAddress.LpFile file -> new Model(withFile(file.path()), List.of());
      case PortAddress.Tcp _, PortAddress.Virtual _ -> new Model("", List.of());
    };
  }

  /** Of a device that is absent, or one of twins, its health tells. */
  private Model sighted(PortAddress.Usb wanted) {
    return switch (Sighting.of(wanted, usb.scan())) {
      case Sighting.Found(UsbDevice device, Sighting.KnownBy by) ->
          new Model(named(device), List.of(new Ability("known-by", word(by))));
      case Sighting.Absent _, Sighting.Twins _ -> new Model("", List.of());
    };
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
