package fi.kaiku.device.printer;

import fi.kaiku.device.discovery.Sighting;
import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.discovery.UsbDevice;
import fi.kaiku.device.discovery.UsbFunction;
import fi.kaiku.device.linux.KernelException;
import fi.kaiku.device.linux.KernelFile;
import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.DisturbedPortException;
import fi.kaiku.device.port.PartialWriteException;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A USB printer through the kernel's own driver (usblp, {@code /dev/usb/lp0}), for machines where
 * that must stay: a print server shares the printer, or nobody may use libusb. The kernel lets one
 * program in at a time. Writing blocks in the driver while the printer takes nothing, so a thread
 * of its own does it ({@link LpWriter}).
 */
public final class LpPrinterPort implements BytePort, PortStatusSource {
  /** So many failed reads in a row, and the printer is given up: no busy loop. */
  private static final int MOST_FAILURES = 8;

  // Linux: include/uapi/linux/lp.h, drivers/usb/class/usblp.c.
  private static final long LPGETSTATUS = 0x060b;
  private static final long LPIOC_GET_DEVICE_ID_1024 = 0x8400_5001L;
  private static final long LPIOC_GET_PROTOCOLS = 0x8008_5002L;
  private static final long LPIOC_SOFT_RESET = 0x5007L;
  private static final int MOST_ID_BYTES = 1024;
  private static final int UNIDIRECTIONAL = 1;
  private static final int EIO = 5;

  private final KernelFile file;
  private final LpWriter writer;
  private final boolean answers;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean faulted;
  private int failures;

  private LpPrinterPort(FileChannel channel, Path path) throws IOException {
    this.file = KernelFile.opened(path);
    ByteBuffer protocols =
        ByteBuffer.wrap(file.ask(LPIOC_GET_PROTOCOLS, 2 * Integer.BYTES))
            .order(ByteOrder.nativeOrder());
    this.answers = protocols.getInt() != UNIDIRECTIONAL;
    this.writer = new LpWriter(channel, path);
  }

  /** Opens the file of a printer, wherever it is plugged in and whatever its number is now. */
  public static LpPrinterPort open(PortAddress.UsbLp wanted, SysfsScan devices) throws IOException {
    UsbDevice device = Sighting.of(wanted.device(), devices.scan()).only(wanted.device());
    Path node =
        device.functions(UsbFunction.Kind.PRINTER).stream()
            .flatMap(printer -> printer.nodes().stream())
            .findFirst()
            .map(Path::of)
            .orElseThrow(() -> noFile(wanted, device));
    return open(node);
  }

  private static PortUnavailableException noFile(PortAddress.UsbLp wanted, UsbDevice device) {
    boolean claimed =
        device.functions(UsbFunction.Kind.PRINTER).stream().anyMatch(UsbFunction::isClaimed);
    return new PortUnavailableException(
        claimed ? Reason.HELD_BY_OTHER : Reason.NOT_READY,
        wanted.device().text() + ": the kernel's printer driver (usblp) has no file for it",
        null);
  }

  /**
   * Opens the file.
   *
   * @throws PortUnavailableException when it is absent, held by another program or not ours to use
   */
  public static LpPrinterPort open(Path path) throws IOException {
    FileChannel channel = openChannel(path);
    try {
      return new LpPrinterPort(channel, path);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static FileChannel openChannel(Path path) throws IOException {
    try {
      return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (AccessDeniedException e) {
      throw new PortUnavailableException(Reason.NO_RIGHTS, "open " + path + ": no rights", e);
    } catch (FileSystemException e) {
      // java.nio tells no errno: a file that is there and no matter of rights is busy (EBUSY).
      Reason reason = Files.exists(path) ? Reason.HELD_BY_OTHER : Reason.ABSENT;
      throw new PortUnavailableException(reason, "open " + path + ": " + e.getReason(), e);
    }
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws IOException {
    if (!answers) {
      return Mute.waitInVain(closed, timeout);
    }
    try {
      int count = file.read(buffer, timeout);
      failures = 0;
      return count;
    } catch (KernelException lost) {
      // One transfer was lost, and with it an answer: who asked notices by its own time limit.
      failures++;
      faulted = true;
      if (lost.errno() != EIO) {
        throw lost;
      }
      if (failures > MOST_FAILURES) {
        throw new DisturbedPortException(lost.getMessage(), lost);
      }
      return 0;
    }
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws IOException {
    try {
      writer.write(bytes, timeout);
    } catch (PartialWriteException failed) {
      faulted |= failed.reason() != PartialWriteException.Reason.TOO_SLOW;
      throw failed;
    }
  }

  @Override
  public PortStatus portStatus() throws IOException {
    return new PortStatus(file.ask(LPGETSTATUS, Integer.BYTES)[0] & 0xFF);
  }

  @Override
  public Ieee1284Id deviceId() throws IOException {
    byte[] answer = file.ask(LPIOC_GET_DEVICE_ID_1024, MOST_ID_BYTES);
    String text = new String(answer, 2, answer.length - 2, StandardCharsets.ISO_8859_1);
    return Ieee1284Id.parse(text.replace("\0", ""));
  }

  /** The driver never ends a stall; SOFT_RESET does, and the next job begins with NULs anyway. */
  private void endStalls() {
    if (faulted) {
      try {
        file.control(LPIOC_SOFT_RESET, 0);
      } catch (IOException gone) {
        // Unplugged, which ends stalls too, or closed before.
      }
    }
  }

  /** Closing the channel wakes a write that is stuck in the driver, which takes its bytes back. */
  @Override
  public void close() {
    closed.countDown();
    endStalls();
    file.close();
    writer.close();
  }
}
