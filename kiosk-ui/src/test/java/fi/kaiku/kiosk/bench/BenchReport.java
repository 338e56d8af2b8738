package fi.kaiku.kiosk.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What was measured, each figure with its floor from the same run; printed and kept as JSON. */
final class BenchReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String WAITING = "a JVM that waits";

  private final ObjectNode root = JSON.createObjectNode();
  private final ArrayNode figures = root.putArray("figures");
  private final StringBuilder text = new StringBuilder();

  BenchReport() {
    root.put("processors", Runtime.getRuntime().availableProcessors());
    root.put("java", Runtime.version().toString());
  }

  /** A time with its floor: what the bare parts need for the same work. */
  void time(String name, Latencies measured, String floorName, Latencies floor, String aim) {
    ObjectNode figure = figures.addObject().put("name", name).put("unit", "ms");
    put(figure, measured);
    put(figure.putObject("floor").put("name", floorName), floor);
    double ratio = measured.p50() / floor.p50();
    figure.put("ratioP50", ratio).put("aim", aim);
    line(
        String.format(
            Locale.ROOT,
            "%-46s p50 %8.3f ms  p99 %8.3f ms  (n=%d)",
            name,
            measured.p50(),
            measured.p99(),
            measured.count()));
    line(
        String.format(
            Locale.ROOT,
            "    floor: %-35s p50 %8.3f ms  p99 %8.3f ms  ratio %.2f%s",
            floorName,
            floor.p50(),
            floor.p99(),
            ratio,
            aimText(aim)));
  }

  /** Proportional set size. */
  void memory(String name, double mebibytes, double floor) {
    besideWaiting(name, mebibytes, floor, "MiB", "<= 128 MiB");
  }

  /** Percent of one processor over a minute. */
  void share(String name, double percent, double floor) {
    besideWaiting(name, percent, floor, "% of a core", "< 0.5 % of a core");
  }

  /** What a process takes of the machine, with what a waiting JVM does. */
  private void besideWaiting(String name, double value, double floor, String unit, String aim) {
    figures
        .addObject()
        .put("name", name)
        .put("unit", unit)
        .put("value", value)
        .put("aim", aim)
        .putObject("floor")
        .put("name", WAITING)
        .put("value", floor);
    line(String.format(Locale.ROOT, "%-46s %12.2f %s", name, value, unit));
    line(
        String.format(
            Locale.ROOT, "    floor: %-35s %12.2f %s%s", WAITING, floor, unit, aimText(aim)));
  }

  /** How many there are a second, with the rate of the bare parts. */
  void rate(String name, double measured, String floorName, double floor) {
    figures
        .addObject()
        .put("name", name)
        .put("unit", "1/s")
        .put("value", measured)
        .put("ratio", measured / floor)
        .putObject("floor")
        .put("name", floorName)
        .put("value", floor);
    line(String.format(Locale.ROOT, "%-46s %12.0f /s", name, measured));
    line(
        String.format(
            Locale.ROOT,
            "    floor: %-35s %12.0f /s  ratio %.2f",
            floorName,
            floor,
            measured / floor));
  }

  int figures() {
    return figures.size();
  }

  String text() {
    return text.toString();
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
  }

  private static void put(ObjectNode node, Latencies times) {
    node.put("p50", times.p50()).put("p99", times.p99()).put("count", times.count());
  }

  private static String aimText(String aim) {
    return aim.isEmpty() ? "" : "  [aim " + aim + "]";
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
