package fi.kaiku.terminal.config;

import fi.kaiku.device.DeviceName;
import fi.kaiku.terminal.admission.StationKind;
import fi.kaiku.terminal.admission.StationName;
import java.util.Optional;
import java.util.Set;

/**
 * One desk or kiosk.
 *
 * @param scanner a desk may do without and type; a kiosk has one
 * @param screen what its page measures in millimetres by
 * @param printer a desk may do without paper; a kiosk has one
 */
public record StationConfig(
    StationName name,
    StationKind kind,
    Optional<DeviceName> scanner,
    Optional<DeviceName> printer,
    ScreenConfig screen) {
  private static final StationName PLACEHOLDER = new StationName("missing");

  static StationConfig read(Section station, Set<StationName> seen, DeviceNames names) {
    StationName name =
        station.required(
            "name",
            ValueKinds.stationName().once(seen, "is the name of another one already"),
            PLACEHOLDER);
    StationKind kind =
        station.required("kind", ValueKinds.word(StationKind.class), StationKind.DESK);
    Optional<DeviceName> scanner =
        station.optional("scanner", names.freeScanner().map(Optional::of), Optional.empty());
    Optional<DeviceName> printer =
        station.optional("printer", names.freePrinter().map(Optional::of), Optional.empty());
    if (kind == StationKind.KIOSK) {
      demand(station, "scanner");
      demand(station, "printer");
    }
    return new StationConfig(
        name, kind, scanner, printer, ScreenConfig.read(station.section("screen")));
  }

  private static void demand(Section station, String key) {
    if (!station.has(key)) {
      station.problem(key, "is missing: a kiosk can't do without");
    }
  }
}
