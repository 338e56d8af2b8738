package fi.kaiku.device.printer;

import fi.kaiku.device.port.BytePort;
import java.io.IOException;
import java.time.Duration;

/**
 * The thread that reads what one connection's printer says and puts it into the inbox. Ends with
 * the port.
 */
final class PrinterReader {

  /** Only how often an idle reader looks around; a close wakes it at once. */
  private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

  private static final int BUFFER_BYTES = 256;

  private PrinterReader() {}

  static Thread start(String threadName, BytePort port, PrinterInbox inbox, int connection) {
    return Thread.ofPlatform().name(threadName).daemon().start(() -> read(port, inbox, connection));
  }

  private static void read(BytePort port, PrinterInbox inbox, int connection) {
    StatusDecoder decoder = new StatusDecoder(report -> inbox.report(connection, report));
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      while (true) {
        decoder.accept(buffer, port.read(buffer, LOOK_AROUND));
      }
    } catch (IOException end) {
      inbox.connectionEnded(connection, end);
    } catch (RuntimeException bug) {
      inbox.connectionEnded(connection, new IOException("reading failed: " + bug, bug));
    }
  }
}
