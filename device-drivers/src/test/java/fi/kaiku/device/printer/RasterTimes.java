package fi.kaiku.device.printer;

import com.fazecast.jSerialComm.SerialPort;
import fi.kaiku.device.bench.Times;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.port.PtyDevice;
import fi.kaiku.device.port.SerialBytePort;
import fi.kaiku.device.port.TcpBytePort;
import fi.kaiku.device.printer.PrintOutcome.Sent;
import fi.kaiku.device.printer.PrinterProfile.Confirmation;
import fi.kaiku.device.printer.PrinterProfile.StatusWay;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A picture of 64 KiB from {@code print} to its last byte at a sink that never answers. The floor:
 * the same bytes in one bare write.
 */
public final class RasterTimes {
  private static final int WARM_UP = 20;
  private static final int RUNS = 100;
  private static final int WIDTH = 576;
  private static final int HEIGHT = 910;
  private static final int BAUD = 115_200;
  private static final PrinterProfile MUTE =
      TestPrinters.profile(StatusWay.NONE, Confirmation.NONE);

  private RasterTimes() {}

  /** Through a TCP socket of this machine. */
  public static Times overTcp() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PortAddress.Tcp address = new PortAddress.Tcp("127.0.0.1", server.getLocalPort());
      Sink sink = Sink.of(() -> server.accept().getInputStream());
      long[] driver = driver(() -> TcpBytePort.connect(address), sink);
      Sink bareSink = Sink.of(() -> server.accept().getInputStream());
      try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
        long[] floor = floor(socket.getOutputStream()::write, bareSink);
        return new Times("64 KiB raster -> TCP sink", driver, "bare write", floor);
      }
    }
  }

  /** Through a pseudo-terminal. */
  public static Times overPty(Path link) throws Exception {
    try (PtyDevice device = PtyDevice.plug(link)) {
      Sink sink = Sink.of(device::received);
      long[] driver = driver(() -> SerialBytePort.open(device.address(), BAUD), sink);
      SerialPort port = SerialPort.getCommPort(link.toString());
      if (!port.openPort()) {
        throw new IOException("open " + link + ": " + port.getLastErrorCode());
      }
      long[] floor = floor(bytes -> port.writeBytes(bytes, bytes.length), sink);
      port.closePort();
      return new Times("64 KiB raster -> pty sink", driver, "bare jSerialComm write", floor);
    }
  }

  private static long[] driver(PortOpener opener, Sink sink) throws Exception {
    Receipt picture = picture();
    long length = job().length;
    try (EscPosPrinter printer = TestPrinters.driver(opener, MUTE)) {
      StateWatcher states = new StateWatcher();
      printer.start(states);
      states.awaitWorking();
      sink.awaitQuiet();
      return measure(length, sink, () -> print(printer, picture));
    }
  }

  private static void print(EscPosPrinter printer, Receipt picture) throws InterruptedException {
    if (!printer.print(picture).equals(new Sent())) {
      throw new IllegalStateException("not sent");
    }
  }

  private interface Write {
    void write(byte[] bytes) throws IOException;
  }

  private static long[] floor(Write bare, Sink sink) throws Exception {
    byte[] job = job();
    sink.awaitQuiet();
    return measure(job.length, sink, () -> bare.write(job));
  }

  private interface Step {
    void run() throws Exception;
  }

  private static long[] measure(long length, Sink sink, Step step) throws Exception {
    long[] nanos = new long[RUNS];
    for (int run = -WARM_UP; run < RUNS; run++) {
      long end = sink.count() + length;
      long begin = System.nanoTime();
      step.run();
      nanos[Math.max(run, 0)] = sink.awaitCount(end) - begin;
    }
    return nanos;
  }

  private static byte[] job() throws UnprintableException {
    return EscPosEncoder.encode(picture(), MUTE);
  }

  private static Receipt picture() {
    DotPicture picture = new DotPicture(WIDTH, HEIGHT);
    Random random = new Random(20_261_123);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (random.nextBoolean()) {
          picture.blacken(x, y);
        }
      }
    }
    return new Receipt(List.of(new ReceiptLine.Picture(picture)));
  }

  /** Counts what arrives, on a thread of its own. */
  private static final class Sink {
    private static final int QUIET_MILLIS = 200;

    private long count;

    private interface Source {
      InputStream open() throws IOException;
    }

    static Sink of(Source source) {
      Sink sink = new Sink();
      Thread.ofPlatform().daemon().name("sink").start(() -> sink.drain(source));
      return sink;
    }

    private void drain(Source source) {
      byte[] buffer = new byte[65_536];
      try (InputStream in = source.open()) {
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
          add(got);
        }
      } catch (IOException over) {
        // The measurement has ended.
        return;
      }
    }

    private synchronized void add(int got) {
      count += got;
      notifyAll();
    }

    synchronized long count() {
      return count;
    }

    /** The time at which so many bytes were there. */
    synchronized long awaitCount(long wanted) throws InterruptedException {
      while (count < wanted) {
        wait();
      }
      return System.nanoTime();
    }

    /** What a driver says at its start is over. */
    synchronized void awaitQuiet() throws InterruptedException {
      long before;
      do {
        before = count;
        wait(QUIET_MILLIS);
      } while (count != before);
    }
  }
}
