package fi.kaiku.kiosk.bench;

import fi.kaiku.kiosk.e2e.Till;
import java.io.IOException;
import java.nio.file.Path;

/** From the start of a process to its READY line. The floor: a JVM that does nothing. */
final class Starts {
  private static final int RUNS = 7;

  private Starts() {}

  static Latencies daemon(Till till) throws IOException {
    long[] nanos = new long[RUNS];
    for (int run = 0; run < RUNS; run++) {
      till.daemon().close();
      till.startDaemon();
      nanos[run] = till.daemon().nanosToReady();
    }
    return new Latencies(nanos);
  }

  static Latencies ui(Till till) throws IOException {
    long[] nanos = new long[RUNS];
    for (int run = 0; run < RUNS; run++) {
      till.ui().close();
      till.startUi();
      nanos[run] = till.ui().nanosToReady();
    }
    return new Latencies(nanos);
  }

  static Latencies floor() throws IOException, InterruptedException {
    long[] nanos = new long[RUNS];
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    for (int run = 0; run < RUNS; run++) {
      long begin = System.nanoTime();
      new ProcessBuilder(java.toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-version")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      nanos[run] = System.nanoTime() - begin;
    }
    return new Latencies(nanos);
  }
}
