package fi.kaiku.kiosk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the daemon of a terminal with virtual devices tells the demo's panel. */
final class DemoBench {
  private static final List<String> CODES =
      List.of("good", "children", "community", "client", "expired", "unknown", "not-a-card");

  private DemoBench() {}

  /** From the page's next loading on, the panel stands beside the desk. */
  static void putBeside(OpenDesk desk) {
    ObjectNode terminal = (ObjectNode) new WebResource("/desk/terminal.json").json();
    desk.daemon.on(
        "/v1/terminal", call -> ScriptedDaemon.Answer.ok(terminal.put("virtualDevices", true)));
    ObjectNode cards = DeskStates.idle().removeAll();
    CODES.forEach(
        code -> cards.withArray("cards").addObject().put("code", code).put("text", "AB12CD34EF"));
    desk.daemon.on("/cards", call -> ScriptedDaemon.Answer.ok(cards));
    desk.daemon.on("/printers/tickets", call -> ScriptedDaemon.Answer.ok(printer()));
  }

  /** In order, with nothing printed. */
  static ObjectNode printer() {
    ObjectNode printer = DeskStates.idle().removeAll();
    printer.putArray("conditions");
    printer.putArray("tickets");
    return printer;
  }
}
