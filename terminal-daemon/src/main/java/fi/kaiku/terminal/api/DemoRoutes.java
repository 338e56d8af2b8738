package fi.kaiku.terminal.api;

import fi.kaiku.device.virtual.VirtualScanner;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;

/** The demo's bench: scans, printed tickets and troubles of virtual devices, and of no others. */
final class DemoRoutes {
  /** More than any bar code holds: a scan may be too long on purpose. */
  private static final int SCAN_MAX = 5000;

  private static final int AIM_MAX = 3;
  private static final int NAME_MAX = 32;
  private static final String PNG = "image/png";
  private static final String PICTURE_SUFFIX = ".png";

  private final VirtualDevices devices;
  private final SampleCards cards;

  DemoRoutes(VirtualDevices devices) {
    this.devices = devices;
    this.cards = new SampleCards(devices.sampleCards());
  }

  void add(SocketRoutes routes) {
    routes
        .post("/v1/demo/scan", this::scan)
        .get("/v1/demo/cards", this::cards)
        .get("/v1/demo/printers/{printer}", r -> Answer.json(printer(r).view()))
        .post("/v1/demo/printers/{printer}", this::setConditions)
        .get("/v1/demo/printers/{printer}/tickets/{number}.png", this::picture);
  }

  private Answer scan(ServerRequest request) {
    JsonBody body = JsonBody.of(request);
    String name = body.text("scanner", NAME_MAX);
    String text = body.text("text", SCAN_MAX);
    String aim = body.textOrEmpty("aim", AIM_MAX);
    body.end();
    VirtualScanner scanner = find(devices.scanners(), name);
    scanner.scan(text, aim);
    return Answer.nothing();
  }

  private Answer cards(ServerRequest request) {
    if (devices.isEmpty()) {
      throw notVirtual();
    }
    return Answer.json(cards.view());
  }

  private Answer setConditions(ServerRequest request) {
    VirtualPaper printer = printer(request);
    JsonBody body = JsonBody.of(request);
    var conditions = body.words("conditions", VirtualPaper.CONDITIONS);
    body.end();
    printer.set(conditions);
    return Answer.json(printer.view());
  }

  private Answer picture(ServerRequest request) {
    VirtualPaper printer = printer(request);
    return printer
        .picture(number(request.path().pathParameters().get("number")))
        .map(png -> Answer.of(PNG, png))
        .orElseThrow(DemoRoutes::noSuchTicket);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(
          text.endsWith(PICTURE_SUFFIX)
              ? text.substring(0, text.length() - PICTURE_SUFFIX.length())
              : text);
    } catch (NumberFormatException e) {
      throw noSuchTicket();
    }
  }

  private VirtualPaper printer(ServerRequest request) {
    return find(devices.printers(), request.path().pathParameters().get("printer"));
  }

  private static <T> T find(Map<String, T> devices, String name) {
    T device = devices.get(name);
    if (device == null) {
      throw notVirtual();
    }
    return device;
  }

  private static ProblemException notVirtual() {
    return new ProblemException(
        ProblemType.NOT_VIRTUAL, "this terminal has no virtual device of this name");
  }

  private static ProblemException noSuchTicket() {
    return new ProblemException(ProblemType.NO_SUCH_TICKET, "tickets are numbered from 1");
  }
}
