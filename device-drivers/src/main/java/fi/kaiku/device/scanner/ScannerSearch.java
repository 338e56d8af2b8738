package fi.kaiku.device.scanner;

import static java.util.Objects.requireNonNull;

import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.discovery.UsbDevice;
import fi.kaiku.device.discovery.UsbFunction;
import fi.kaiku.device.discovery.UsbFunction.Kind;
import fi.kaiku.device.linux.KernelFile;
import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.SerialBytePort;
import fi.kaiku.device.scanner.ProbeFinding.Understood;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Finds the scanner that a technician reads the test sheet with, and how it is set: which of the
 * keyboards is a scanner is proven by scanning, never guessed. Keyboards are only listened to, not
 * taken; serial lines are opened, but for those that a program has open.
 */
public final class ScannerSearch {
  private static final Logger LOG = System.getLogger(ScannerSearch.class.getName());

  /** As serial adapters and their scanners leave the factory. */
  private static final int BAUD = 9_600;

  private static final int READ_BUFFER = 512;
  private static final String EVENT_NODE = "/dev/input/event";

  private final SysfsScan sysfs;

  public ScannerSearch(SysfsScan sysfs) {
    this.sysfs = requireNonNull(sysfs, "sysfs");
  }

  /** The scanner that the test sheet was read with. */
  public record Found(UsbDevice device, ScannerKind kind, Understood settings) {
    /** What a technician writes into {@code terminal.yaml} for it, a line each. */
    public List<String> configuration() {
      String port = device.address().text();
      List<String> lines = new ArrayList<>();
      if (kind == ScannerKind.KEYBOARD) {
        lines.add("scanning-keyboards: ['" + port + "']");
      }
      lines.add(
          "scanners: [{name: desk-1, port: '%s', kind: %s, %s}]"
              .formatted(
                  port,
                  kind.name().toLowerCase(Locale.ROOT),
                  String.join(", ", settings.settings())));
      return lines;
    }
  }

  /**
   * Listens to all that could be a scanner, each on a thread of its own.
   *
   * @return the first one that reads the three test codes; empty when none did in time
   */
  public Optional<Found> search(Duration longest) throws InterruptedException {
    BlockingQueue<Found> results = new ArrayBlockingQueue<>(1);
    List<SheetListener> listeners = new ArrayList<>();
    try {
      for (UsbDevice device : sysfs.scan()) {
        listeners.addAll(listenTo(device, results));
      }
      return Optional.ofNullable(results.poll(longest.toNanos(), TimeUnit.NANOSECONDS));
    } finally {
      listeners.forEach(SheetListener::close);
    }
  }

  private static List<SheetListener> listenTo(UsbDevice device, BlockingQueue<Found> results) {
    List<SheetListener> listeners = new ArrayList<>();
    for (UsbFunction function : device.functions()) {
      for (String node : function.nodes()) {
        ScannerKind kind = kind(function.kind(), node);
        if (kind != ScannerKind.AUTO) {
          open(device, kind, node, results).ifPresent(listeners::add);
        }
      }
    }
    return listeners;
  }

  /** How the node is to be listened to; {@link ScannerKind#AUTO} when not at all. */
  private static ScannerKind kind(Kind kind, String node) {
    return switch (kind) {
      case SERIAL_LINE -> ScannerKind.SERIAL;
      case KEYBOARD -> node.startsWith(EVENT_NODE) ? ScannerKind.KEYBOARD : ScannerKind.AUTO;
      case HID_POS, PRINTER, OTHER -> ScannerKind.AUTO;
    };
  }

  private static Optional<SheetListener> open(
      UsbDevice device, ScannerKind kind, String node, BlockingQueue<Found> results) {
    try {
      SheetListener listener =
          kind == ScannerKind.KEYBOARD
              ? new SheetListener(keys(node), ScannerProbe.ofKeys(KeyLayout.US))
              : new SheetListener(line(node), ScannerProbe.ofCharacters());
      Thread.ofPlatform()
          .daemon()
          .name("scanner-search " + node)
          .start(() -> listen(listener, device, kind, results));
      return Optional.of(listener);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "can''t listen to {0}: {1}", device.words(), e.getMessage());
      return Optional.empty();
    }
  }

  private static void listen(
      SheetListener listener, UsbDevice device, ScannerKind kind, BlockingQueue<Found> results) {
    try {
      if (!results.offer(new Found(device, kind, listener.listen()))) {
        LOG.log(Level.DEBUG, "another scanner was found before {0}", device.words());
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "stopped listening to {0}: {1}", device.words(), e.getMessage());
    }
  }

  private static SheetListener.Source keys(String node) throws IOException {
    KernelFile events = KernelFile.open(Path.of(node));
    EvdevKeys keys = new EvdevKeys(new KeyDecoder(KeyLayout.US));
    byte[] buffer = new byte[READ_BUFFER * EvdevKeys.EVENT_BYTES];
    return new SheetListener.Source() {
      @Override
      public byte[] read(Duration timeout) throws IOException {
        // A shift key alone is no text, and no silence either.
        int count;
        String text;
        do {
          count = events.read(buffer, timeout);
          text = keys.accept(buffer, count);
        } while (count > 0 && text.isEmpty());
        return text.getBytes(StandardCharsets.UTF_8);
      }

      @Override
      public void close() {
        events.close();
      }
    };
  }

  private static SheetListener.Source line(String node) throws IOException {
    BytePort port = SerialBytePort.open(new PortAddress.Serial(node), BAUD);
    byte[] buffer = new byte[READ_BUFFER];
    return new SheetListener.Source() {
      @Override
      public byte[] read(Duration timeout) throws IOException {
        return Arrays.copyOf(buffer, port.read(buffer, timeout));
      }

      @Override
      public void close() {
        port.close();
      }
    };
  }
}
