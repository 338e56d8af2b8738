package fi.kaiku.device.scanner;

import com.fazecast.jSerialComm.SerialPort;
import fi.kaiku.device.DeviceHealth.Working;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.bench.Times;
import fi.kaiku.device.linux.KernelFile;
import fi.kaiku.device.port.PtyDevice;
import fi.kaiku.device.port.SerialBytePort;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From the last byte, report or event of a scan to its {@link Scan} on the owner's thread, for each
 * kind of scanner. The serial one is whole, on a pseudo-terminal. This machine has no USB devices:
 * HID reports and evdev's events come through a named pipe, and all behind that read is the real
 * thing. The floor is a bare read of the same bytes at the same place.
 */
public final class ScanTimes {
  private static final int WARM_UP = 300;
  private static final int RUNS = 1_000;
  private static final DeviceName NAME = new DeviceName("bench");
  private static final int LIMIT_SECONDS = 20;

  /** Scans are far apart: nothing of an earlier one may be under way. */
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(300);

  private ScanTimes() {}

  /** Measures all four, a few seconds each. */
  public static List<Times> ofEachKind(Path folder) throws Exception {
    return List.of(
        serial(folder.resolve("serial")),
        piped(
            "HID POS report",
            folder.resolve("pos"),
            pipe -> PipedReports.hidPos(NAME, pipe),
            SentScans.hidPos()),
        piped(
            "keyboard report",
            folder.resolve("wedge"),
            pipe -> PipedReports.wedge(NAME, pipe),
            SentScans.wedge()),
        piped("evdev event", folder.resolve("evdev"), ScanTimes::evdev, SentScans.evdev()));
  }

  private static Times serial(Path link) throws Exception {
    try (PtyDevice device = PtyDevice.plug(link)) {
      long[] scans =
          scans(
              () ->
                  new ByteLine(
                      NAME,
                      SerialBytePort.open(device.address(), 9_600),
                      Framing.unknown(),
                      InstantSource.system()),
              device::send,
              SentScans.serial());
      SerialPort port = SerialPort.getCommPort(link.toString());
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 1_000, 0);
      if (!port.openPort()) {
        throw new IOException("open " + link + ": " + port.getLastErrorCode());
      }
      long[] floor = floor(b -> port.readBytes(b, b.length), device::send, SentScans.serial());
      port.closePort();
      return new Times("last byte -> Scan, serial (pty)", scans, "bare jSerialComm read", floor);
    }
  }

  private interface LineOver {
    ScanLine open(KernelFile pipe);
  }

  private static Times piped(String what, Path pipe, LineOver line, List<byte[]> sent)
      throws Exception {
    try (NamedPipe wire = NamedPipe.make(pipe)) {
      long[] scans = scans(() -> line.open(KernelFile.open(pipe)), wire::send, sent);
      try (InputStream bare = new FileInputStream(pipe.toFile())) {
        long[] floor = floor(bare::read, wire::send, sent);
        return new Times("last " + what + " -> Scan (pipe)", scans, "bare read", floor);
      }
    }
  }

  private static ScanLine evdev(KernelFile pipe) {
    return new EvdevLine(NAME, pipe, new KeyDecoder(KeyLayout.US), InstantSource.system());
  }

  private interface Sender {
    void send(byte[] bytes) throws IOException;
  }

  private static long[] scans(ScanLine.Opener opener, Sender wire, List<byte[]> sent)
      throws Exception {
    BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
    BlockingQueue<Object> healths = new LinkedBlockingQueue<>();
    try (ScannerOwner owner = new ScannerOwner(NAME, opener, InstantSource.system())) {
      owner.start(
          reading -> {
            if (reading instanceof Scan) {
              heard.add(System.nanoTime());
            }
          },
          healths::add);
      if (!(healths.poll(LIMIT_SECONDS, TimeUnit.SECONDS) instanceof Working)) {
        throw new IOException("the scanner does not work");
      }
      return measure(heard, wire, sent);
    }
  }

  private interface BareRead {
    int read(byte[] buffer) throws IOException;
  }

  private static long[] floor(BareRead bare, Sender wire, List<byte[]> sent) throws Exception {
    BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
    int length = sent.stream().mapToInt(part -> part.length).sum();
    Thread reader = Thread.ofPlatform().daemon().start(() -> readBare(bare, length, heard));
    long[] nanos = measure(heard, wire, sent);
    reader.join();
    return nanos;
  }

  private static void readBare(BareRead bare, int length, BlockingQueue<Long> heard) {
    byte[] buffer = new byte[512];
    try {
      for (int run = 0; run < WARM_UP + RUNS; run++) {
        for (int got = 0; got < length; ) {
          got += Math.max(0, bare.read(buffer));
        }
        heard.add(System.nanoTime());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long[] measure(BlockingQueue<Long> heard, Sender wire, List<byte[]> sent)
      throws Exception {
    long[] nanos = new long[RUNS];
    for (int run = -WARM_UP; run < RUNS; run++) {
      for (byte[] part : sent.subList(0, sent.size() - 1)) {
        wire.send(part);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      long begin = System.nanoTime();
      wire.send(sent.getLast());
      Long end = heard.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (end == null) {
        throw new IOException("a scan was not heard");
      }
      nanos[Math.max(run, 0)] = end - begin;
    }
    return nanos;
  }
}
