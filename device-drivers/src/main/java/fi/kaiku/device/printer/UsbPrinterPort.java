package fi.kaiku.device.printer;

import fi.kaiku.device.discovery.Sighting;
import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.discovery.UsbDevice;
import fi.kaiku.device.discovery.UsbFunction;
import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import fi.kaiku.device.usb.LostTransferException;
import fi.kaiku.device.usb.UsbEndpoint;
import fi.kaiku.device.usb.UsbHost;
import fi.kaiku.device.usb.UsbInPipe;
import fi.kaiku.device.usb.UsbInterface;
import fi.kaiku.device.usb.UsbInterface.Direction;
import fi.kaiku.device.usb.UsbInterfaceClaim;
import fi.kaiku.device.usb.UsbOutPipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A printer of USB class 7 (USB Device Class Definition for Printing Devices 1.1), claimed from the
 * kernel's usblp, which gets it back on close. Interface and endpoints are taken from its
 * descriptors. One that has no bulk IN endpoint can't answer: reading waits and gives nothing.
 */
public final class UsbPrinterPort implements BytePort, PortStatusSource {
  private static final int CLASS_REQUEST_IN = 0xA1;
  private static final int GET_DEVICE_ID = 0;
  private static final int GET_PORT_STATUS = 1;

  /** The id's own two-byte length allows 64 kB; real ones are below 300 bytes. */
  private static final int MOST_ID_BYTES = 1024;

  private final UsbInterfaceClaim claim;
  private final UsbOutPipe out;
  private final List<UsbInPipe> in;
  private final CountDownLatch closed = new CountDownLatch(1);
  private byte[] unread = {};

  private UsbPrinterPort(UsbInterfaceClaim claim) throws IOException {
    this.claim = claim;
    UsbInterface usb = claim.claimed();
    this.out =
        claim.out(
            usb.endpoints(UsbEndpoint.Kind.BULK, Direction.OUT).stream()
                .findFirst()
                .orElseThrow(
                    () ->
                        new PortUnavailableException(
                            Reason.WRONG_MODE, "it has no way in for tickets (bulk OUT)", null)));
    this.in =
        usb.endpoints(UsbEndpoint.Kind.BULK, Direction.IN).stream()
            .limit(1)
            .map(claim::in)
            .toList();
  }

  /**
   * Claims the printer, wherever it is plugged in now.
   *
   * @throws PortUnavailableException when it is not there, not the only one, held or not ours
   */
  public static UsbPrinterPort open(PortAddress.Usb wanted, SysfsScan devices, UsbHost host)
      throws IOException {
    UsbDevice device =
        switch (Sighting.of(wanted, devices.scan())) {
          case Sighting.Found found -> found.device();
          case Sighting.Absent absent -> throw absent(wanted, absent.words());
          case Sighting.Twins twins -> throw absent(wanted, twins.words());
        };
    UsbFunction printer =
        device.functions(UsbFunction.Kind.PRINTER).stream()
            .findFirst()
            .orElseThrow(() -> noPrinter(wanted, device));
    UsbInterfaceClaim claim = host.claim(device.where(), printer.usb());
    try {
      return new UsbPrinterPort(claim);
    } catch (IOException unusable) {
      claim.close();
      throw unusable;
    }
  }

  private static PortUnavailableException noPrinter(PortAddress.Usb wanted, UsbDevice device) {
    return device.isSettled()
        ? new PortUnavailableException(
            Reason.WRONG_MODE, wanted.text() + ": the device there is no printer", null)
        : new PortUnavailableException(
            Reason.NOT_READY, wanted.text() + ": the kernel has not made it ready", null);
  }

  private static PortUnavailableException absent(PortAddress.Usb wanted, String why) {
    return new PortUnavailableException(Reason.ABSENT, wanted.text() + ": " + why, null);
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws IOException {
    if (in.isEmpty()) {
      return Mute.waitInVain(closed, timeout);
    }
    if (unread.length == 0) {
      unread = receive(in.getFirst(), timeout);
    }
    int count = Math.min(unread.length, buffer.length);
    System.arraycopy(unread, 0, buffer, 0, count);
    unread = Arrays.copyOfRange(unread, count, unread.length);
    return count;
  }

  /** A packet may be larger than the caller's buffer, and must be read whole. */
  private static byte[] receive(UsbInPipe pipe, Duration timeout) throws IOException {
    byte[] packet = new byte[pipe.longestRead()];
    try {
      return Arrays.copyOf(packet, pipe.read(packet, timeout));
    } catch (LostTransferException damaged) {
      // An answer is lost; who asked notices by its own time limit.
      return new byte[0];
    }
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws IOException {
    out.write(bytes, timeout);
  }

  @Override
  public PortStatus portStatus() throws IOException {
    byte[] answer =
        claim.controlIn(CLASS_REQUEST_IN, GET_PORT_STATUS, 0, claim.claimed().number(), 1);
    if (answer.length != 1) {
      throw new IOException("GET_PORT_STATUS brought " + answer.length + " bytes");
    }
    return new PortStatus(answer[0] & 0xFF);
  }

  @Override
  public Ieee1284Id deviceId() throws IOException {
    int index = claim.claimed().number() << Byte.SIZE | claim.claimed().alternate();
    byte[] answer = claim.controlIn(CLASS_REQUEST_IN, GET_DEVICE_ID, 0, index, MOST_ID_BYTES);
    // Two bytes of length come first; printers disagree on their order and on what they count.
    int start = Math.min(2, answer.length);
    return Ieee1284Id.parse(
        new String(answer, start, answer.length - start, StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() {
    closed.countDown();
    claim.close();
  }
}
