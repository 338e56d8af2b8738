package fi.kaiku.terminal;

import fi.kaiku.device.printer.ReceiptPrinter;
import fi.kaiku.device.scanner.Scanner;
import fi.kaiku.terminal.admission.DeskTools;
import fi.kaiku.terminal.admission.StationDesk;
import fi.kaiku.terminal.admission.StationPlan;
import fi.kaiku.terminal.api.ApiStation;
import fi.kaiku.terminal.api.ScreenView;
import fi.kaiku.terminal.config.ScreenConfig;
import fi.kaiku.terminal.config.StationConfig;
import fi.kaiku.terminal.config.TerminalConfig;
import fi.kaiku.terminal.feed.StatePublisher;
import java.util.Optional;

/**
 * One station with its devices: scans go to its desk, changes to its screens.
 *
 * @param publisher is told of everything that its screens show
 */
record StationWiring(
    StationDesk desk,
    StatePublisher publisher,
    Optional<Scanner> scanner,
    Optional<ReceiptPrinter> printer,
    ScreenConfig screen) {

  static StationWiring of(
      StationConfig station, TerminalConfig config, DeskTools tools, TerminalDevices devices) {
    StatePublisher publisher = new StatePublisher(station.name().value());
    StationPlan plan =
        new StationPlan(
            station.name(), station.kind(), config.policy().policy(), config.policy().undoWindow());
    return new StationWiring(
        new StationDesk(plan, tools, _ -> publisher.visitChanged()),
        publisher,
        devices.scanner(station.scanner()),
        devices.printer(station.printer()),
        station.screen());
  }

  /** Something that all stations share has changed: the visit is judged anew, the strip redrawn. */
  void refresh() {
    desk.refresh();
    publisher.statusChanged();
  }

  ApiStation forApi() {
    return new ApiStation(
        desk,
        publisher,
        scanner,
        printer,
        new ScreenView(screen.pxPerMm().orElse(null), screen.viewingDistanceMm().orElse(null)));
  }
}
