package fi.kaiku.terminal.api;

import fi.kaiku.device.printer.ReceiptPrinter;
import fi.kaiku.device.scanner.Scanner;
import fi.kaiku.terminal.admission.StationDesk;
import fi.kaiku.terminal.feed.StatePublisher;
import java.util.Optional;

/**
 * A station with its devices, as the API serves it.
 *
 * @param publisher is told of each change of the desk and the devices; started by the API
 */
public record ApiStation(
    StationDesk desk,
    StatePublisher publisher,
    Optional<Scanner> scanner,
    Optional<ReceiptPrinter> printer,
    ScreenView screen) {
  String name() {
    return desk.plan().name().value();
  }
}
