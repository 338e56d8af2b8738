package fi.kaiku.kiosk;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call that the browser may make, and where the daemon has it. What is not listed here is not
 * relayed. {@code /ui/station} is always the station of the browser's session.
 */
record RelayRoute(HandlerType method, String path, String upstream) {
  private static final String UUID_SHAPE = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final String NAME_SHAPE = "[a-z0-9][a-z0-9-]{0,31}";

  /** What each placeholder may be; nothing here needs URL encoding. */
  private static final Map<String, Pattern> SHAPES =
      Map.of(
          "station", Pattern.compile(NAME_SHAPE),
          "admission", Pattern.compile(UUID_SHAPE),
          "job", Pattern.compile(UUID_SHAPE),
          "call", Pattern.compile(UUID_SHAPE),
          "act", Pattern.compile(UUID_SHAPE),
          "printer", Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
          "number", Pattern.compile("[1-9][0-9]{0,6}"));

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

  private static final List<RelayRoute> DESK =
      List.of(
          new RelayRoute(GET, "/ui/terminal", "/v1/terminal"),
          station(GET, ""),
          station(GET, "/events"),
          station(GET, "/today"),
          station(POST, "/event"),
          station(POST, "/typed"),
          station(POST, "/visit/choices"),
          station(POST, "/visit/issue"),
          station(POST, "/visit/replace"),
          station(POST, "/visit/let-in"),
          station(POST, "/visit/cancel"),
          station(POST, "/visit/print-again"),
          station(POST, "/notice/dismiss"),
          station(POST, "/admissions/{admission}/undo"),
          station(POST, "/admissions/{admission}/void"),
          station(POST, "/admissions/{admission}/reprint"),
          station(POST, "/admissions/{admission}/assistants"),
          station(POST, "/print-jobs/{job}/answer"),
          station(POST, "/take-backs/{act}/done"),
          station(POST, "/staff-calls"),
          station(POST, "/staff-calls/{call}/acknowledge"),
          station(POST, "/clock"));

  private static final List<RelayRoute> DEMO =
      List.of(
          demo(POST, "/scan"),
          demo(GET, "/cards"),
          demo(GET, "/printers/{printer}"),
          demo(POST, "/printers/{printer}"),
          demo(GET, "/printers/{printer}/tickets/{number}.png"));

  static List<RelayRoute> all(KioskOptions.DemoPanel demo) {
    List<RelayRoute> routes = new ArrayList<>(DESK);
    if (demo == KioskOptions.DemoPanel.SHOWN) {
      routes.addAll(DEMO);
    }
    return routes;
  }

  private static RelayRoute station(HandlerType method, String path) {
    return new RelayRoute(method, "/ui/station" + path, "/v1/stations/{station}" + path);
  }

  private static RelayRoute demo(HandlerType method, String path) {
    return new RelayRoute(method, "/ui/demo" + path, "/v1/demo" + path);
  }

  static boolean isStationName(String text) {
    return shape("station").matcher(text).matches();
  }

  /**
   * The daemon's path with the placeholders filled in.
   *
   * @throws RefusedException when a value has not the shape of its kind
   */
  String upstreamPath(Map<String, String> values) {
    Matcher placeholder = PLACEHOLDER.matcher(upstream);
    return placeholder.replaceAll(
        found -> Matcher.quoteReplacement(checked(found.group(1), values.get(found.group(1)))));
  }

  private static String checked(String name, String value) {
    if (value == null || !shape(name).matcher(value).matches()) {
      throw new RefusedException(Problem.NO_SUCH_PATH);
    }
    return value;
  }

  private static Pattern shape(String name) {
    Pattern shape = SHAPES.get(name);
    if (shape == null) {
      throw new IllegalStateException("no shape for {" + name + "}");
    }
    return shape;
  }
}
