package fi.kaiku.terminal.api;

import fi.kaiku.device.printer.ReceiptPrinter;
import fi.kaiku.terminal.admission.AdmissionRules;
import fi.kaiku.terminal.selftest.TestPage;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.time.ZonedDateTime;

/** The self-test of the devices, while the terminal goes on working. */
final class DeviceRoutes {
  /** Time to read three codes, and to find the right side of the sheet. */
  private static final Duration SEARCH = Duration.ofMinutes(1);

  private final ApiParts parts;

  DeviceRoutes(ApiParts parts) {
    this.parts = parts;
  }

  void add(SocketRoutes routes) {
    routes
        .get("/v1/devices", _ -> Answer.json(devices()))
        .post("/v1/devices/find-scanner", _ -> findScanner())
        .post("/v1/devices/{device}/test-print", this::testPrint);
  }

  /** Waits until somebody has read the test sheet. */
  private Answer findScanner() {
    try {
      return Answer.json(FoundScannerView.of(parts.selfTest().search().search(SEARCH)));
    } catch (InterruptedException stop) {
      throw stopping();
    }
  }

  private DevicesView devices() {
    return DevicesView.of(parts.scanners(), parts.printers(), parts.selfTest());
  }

  /** Waits its turn behind a ticket that is being printed; tickets in the queue wait for it. */
  private Answer testPrint(ServerRequest request) {
    ReceiptPrinter printer = printer(request.path().pathParameters().get("device"));
    ZonedDateTime now = parts.clock().read().now().atZone(AdmissionRules.CALENDAR);
    try {
      return Answer.json(
          TestPrintView.of(
              printer.print(TestPage.of(printer.name(), parts.identity().venueName().fi(), now))));
    } catch (InterruptedException stop) {
      throw stopping();
    }
  }

  private static ProblemException stopping() {
    Thread.currentThread().interrupt();
    return new ProblemException(ProblemType.BUSY, "the terminal is stopping");
  }

  private ReceiptPrinter printer(String name) {
    return parts.printers().stream()
        .filter(printer -> printer.name().value().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NO_SUCH_PATH, "this terminal has no printer of this name"));
  }
}
