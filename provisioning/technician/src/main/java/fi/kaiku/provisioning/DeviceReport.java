package fi.kaiku.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** The self-test as text: one block for each device. */
final class DeviceReport {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d.M.yyyy H:mm:ss");

  private final DeviceWords words;
  private final PrintWriter out;

  DeviceReport(DeviceWords words, PrintWriter out) {
    this.words = words;
    this.out = out;
  }

  /**
   * Prints all devices.
   *
   * @param devices schema {@code Devices} of the daemon's openapi.yaml
   * @return FAILED when any of them does not work
   */
  ExitCode print(JsonNode devices) {
    boolean well = true;
    for (JsonNode scanner : devices.path("scanners")) {
      well &= print("scanner", scanner);
    }
    for (JsonNode printer : devices.path("printers")) {
      well &= print("printer", printer);
    }
    out.flush();
    return well ? ExitCode.OK : ExitCode.FAILED;
  }

  private boolean print(String kind, JsonNode device) {
    JsonNode status = device.path("status");
    String state = status.path("state").asText();
    out.printf(
        "%s %s: %s%n",
        words.label("device." + kind), device.path("name").asText(), headline(state, status));
    if (state.equals("troubled")) {
      DeviceWords.Trouble trouble = words.health(status.path("code").asText());
      row("why", trouble.why());
      row("now", trouble.now());
      row("detail", device.path("detail").asText(""));
    }
    status.path("conditions").forEach(c -> row("says", words.condition(c.asText()).title()));
    if (device.path("since").isTextual()) {
      row("since", time(device.path("since")));
    }
    row("port", device.path("port").asText());
    row("model", device.path("model").asText());
    device.path("abilities").forEach(this::ability);
    device.path("lastScans").forEach(this::scan);
    out.println();
    return state.equals("working");
  }

  private String headline(String state, JsonNode status) {
    if (!state.equals("troubled")) {
      return words.label("state." + state);
    }
    String code = status.path("code").asText();
    return words.health(code).title() + " (" + code + ")";
  }

  private void ability(JsonNode ability) {
    String name = ability.path("name").asText();
    row("ability." + name, words.value(name, ability.path("value").asText()));
  }

  /** A card is told by its last three characters, everything else by kind and length only. */
  private void scan(JsonNode scan) {
    String tail = scan.path("tail").asText();
    row(
        "scan",
        "%s  %s%s, %d %s"
            .formatted(
                time(scan.path("at")),
                words.label("scan." + scan.path("kind").asText()),
                tail.isEmpty() ? "" : " ..." + tail,
                scan.path("length").asInt(),
                words.label("characters")));
  }

  private void row(String label, String value) {
    if (!value.isEmpty()) {
      out.printf("  %-18s %s%n", words.label(label), value);
    }
  }

  private static String time(JsonNode at) {
    return OffsetDateTime.parse(at.asText()).format(TIME);
  }
}
