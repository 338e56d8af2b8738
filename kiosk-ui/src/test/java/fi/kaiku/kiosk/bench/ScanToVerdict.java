package fi.kaiku.kiosk.bench;

import com.fazecast.jSerialComm.SerialPort;
import fi.kaiku.kiosk.e2e.SerialCable;
import fi.kaiku.kiosk.e2e.Till;
import java.io.IOException;
import java.nio.file.Path;

/**
 * From the last byte of a scan on the reader's end of a pseudo-terminal to the verdict on the UI
 * process's end of the daemon's socket. The floor is a bare jSerialComm read on the same kind of
 * pseudo-terminal.
 */
final class ScanToVerdict {
  private static final int WARM_UP = 100;
  private static final int RUNS = 500;
  private static final String AIM_QR = "]Q1";

  private ScanToVerdict() {}

  static Latencies measure(Till till) throws IOException, InterruptedException {
    long[] nanos = new long[RUNS];
    try (FeedListener feed = new FeedListener(till.daemonSocket(), Till.STATION)) {
      feed.next();
      for (int run = -WARM_UP; run < RUNS; run++) {
        String card = SampleVenue.cardId(run + WARM_UP);
        String tail = "\"tail\":\"" + card.substring(card.length() - 3) + "\"";
        long begin = System.nanoTime();
        till.reader().scan(AIM_QR, card);
        FeedListener.Heard heard = feed.next();
        while (!heard.data().contains(tail)) {
          heard = feed.next();
        }
        if (run >= 0) {
          nanos[run] = heard.nanos() - begin;
        }
      }
    }
    return new Latencies(nanos);
  }

  static Latencies floor(Path folder) throws IOException {
    long[] nanos = new long[RUNS];
    try (SerialCable cable = new SerialCable(folder, "floor")) {
      SerialPort port = SerialPort.getCommPort(cable.terminalEnd().toString());
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 1000, 0);
      if (!port.openPort()) {
        throw new IOException("open " + cable.terminalEnd() + ": " + port.getLastErrorCode());
      }
      byte[] buffer = new byte[64];
      for (int run = -WARM_UP; run < RUNS; run++) {
        String scan = SampleVenue.cardId(run + WARM_UP);
        int expected = AIM_QR.length() + scan.length() + 1;
        long begin = System.nanoTime();
        cable.scan(AIM_QR, scan);
        for (int got = 0; got < expected; ) {
          got += Math.max(0, port.readBytes(buffer, buffer.length));
        }
        if (run >= 0) {
          nanos[run] = System.nanoTime() - begin;
        }
      }
      port.closePort();
    }
    return new Latencies(nanos);
  }
}
