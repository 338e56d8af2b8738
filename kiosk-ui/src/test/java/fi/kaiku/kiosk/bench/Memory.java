package fi.kaiku.kiosk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process really costs: its proportional set size, as the kernel counts it. */
final class Memory {
  private Memory() {}

  static double pssMebibytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
            .filter(line -> line.startsWith("Pss:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
            .findFirst()
            .orElseThrow()
        / 1024.0;
  }
}
