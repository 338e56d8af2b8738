package fi.kaiku.terminal.api;

import fi.kaiku.device.printer.ReceiptPrinter;
import fi.kaiku.terminal.admission.AdmissionRules;
import fi.kaiku.terminal.selftest.TestPage;
import io.helidon.webserver.http.ServerRequest;
import java.time.ZonedDateTime;

/** The self-test of the devices, while the terminal goes on working. */
final class DeviceRoutes {
  private final ApiParts parts;

  DeviceRoutes(ApiParts parts) {
    this.parts = parts;
  }

  void add(SocketRoutes routes) {
    routes
        .get("/v1/devices", _ -> Answer.json(devices()))
        .post("/v1/devices/{device}/test-print", this::testPrint);
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
      Thread.currentThread().interrupt();
      throw new ProblemException(ProblemType.BUSY, "the terminal is stopping");
    }
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
