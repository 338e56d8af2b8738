package fi.kaiku.device.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.printer.RasterTimes;
import fi.kaiku.device.scanner.ScanTimes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the drivers add to a scan and to a picture on its way to paper, each beside its floor;
 * started by {@code kaiku bench}, never by the tests. Nothing is asserted about time.
 */
class DeviceBench {
  private static final Path REPORT =
      Path.of(System.getProperty("kaiku.bench.devices", "target/bench-devices.json"));

  @Test
  void measure(@TempDir Path folder) throws Exception {
    List<Times> times = new ArrayList<>(ScanTimes.ofEachKind(folder));
    times.add(RasterTimes.overTcp());
    times.add(RasterTimes.overPty(folder.resolve("printer")));
    write(times);
    assertThat(times).hasSize(6);
  }

  private static void write(List<Times> times) throws Exception {
    Files.createDirectories(REPORT.toAbsolutePath().getParent());
    Files.writeString(
        REPORT,
        times.stream()
            .map(Times::json)
            .collect(Collectors.joining(",\n  ", "{\"figures\": [\n  ", "\n]}\n")));
    Path text = REPORT.resolveSibling(REPORT.getFileName().toString().replace(".json", ".txt"));
    Files.writeString(text, times.stream().map(Times::text).collect(Collectors.joining()));
  }
}
