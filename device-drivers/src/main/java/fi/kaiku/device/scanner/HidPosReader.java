package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.scanner.UnreadableScan.Cause;
import fi.kaiku.device.usb.HidReportDescriptor;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes readings of the reports of a HID POS scanner; a scan longer than a report comes in several,
 * each but the last marked. Pure, never throws, memory bounded. For the owner thread.
 */
final class HidPosReader {
  private static final int AIM_LENGTH = AimIdentifier.LENGTH;

  private final FrameDecoder decoder;
  private final HidReportDescriptor descriptor;
  private final HidPosLayout layout;
  private final ByteArrayOutputStream scan = new ByteArrayOutputStream();
  private byte[] aim = {};
  private boolean open;
  private boolean damaged;
  private int length;
  private Optional<Complaint> complaint = Optional.empty();

  /**
   * @param descriptor of the device's reports
   */
  HidPosReader(DeviceName device, HidReportDescriptor descriptor) {
    this.decoder = new FrameDecoder(device);
    this.descriptor = descriptor;
    this.layout = HidPosLayout.of(descriptor);
  }

  /**
   * Takes one report as transferred. Other reports that the descriptor knows say nothing of a scan;
   * one that it does not know may have been a scan, so one is told as unreadable.
   */
  List<Reading> accept(byte[] report, int count, Instant at) {
    List<Reading> readings = new ArrayList<>(1);
    if (count == 0) {
      return readings;
    }
    if (layout.reportId() != 0 && report[0] != (byte) layout.reportId()) {
      if (!descriptor.knows(report[0] & 0xFF)) {
        undeclared(report[0] & 0xFF, count, at, readings);
      }
      return readings;
    }
    if (count < layout.shortest()) {
      damaged = true;
      length += count;
      end(at, readings);
      return readings;
    }
    if (!open) {
      open = true;
      aim = aim(report);
    }
    take(report, count);
    boolean more = layout.moreAt() >= 0 && (report[layout.moreAt()] >> layout.moreBit() & 1) != 0;
    if (!more) {
      end(at, readings);
    } else if (length > FrameReader.JABBER) {
      end(at, readings);
      lost();
    }
    return readings;
  }

  /** Of a scan under way it may have been a part. */
  private void undeclared(int reportId, int count, Instant at, List<Reading> readings) {
    complaint = Optional.of(Complaint.undeclared(reportId));
    damaged = true;
    length += count;
    if (!open) {
      end(at, readings);
    }
  }

  /** That the device sent what it had not described, until its next scan. */
  Optional<Complaint> complaint() {
    return complaint;
  }

  /** A scan that was to go on did not: what there is of it is not a text. */
  List<Reading> cut(Instant at) {
    List<Reading> readings = new ArrayList<>(1);
    if (open) {
      damaged = true;
      end(at, readings);
    }
    return readings;
  }

  /**
   * A report was lost; it may have been a whole scan, so one will be told as unreadable. It goes on
   * to its last report, or the remaining ones would pass for a scan of their own.
   */
  void lost() {
    open = true;
    damaged = true;
  }

  /** Whether a scan is to go on. */
  boolean midScan() {
    return open;
  }

  private void take(byte[] report, int count) {
    int room = Math.min(layout.dataLength(), count - layout.dataAt());
    int used = layout.lengthAt() >= 0 ? report[layout.lengthAt()] & 0xFF : unpadded(report, room);
    if (used > room) {
      // The length lies: nobody knows which bytes are meant.
      damaged = true;
    }
    length += used;
    if (scan.size() <= FrameReader.LONGEST_DATA) {
      scan.write(report, layout.dataAt(), Math.min(used, room));
    }
  }

  /** Without a length, the data ends where padding begins. */
  private int unpadded(byte[] report, int room) {
    int end = room;
    while (end > 0 && report[layout.dataAt() + end - 1] == 0) {
      end--;
    }
    return end;
  }

  private byte[] aim(byte[] report) {
    if (layout.aimAt() >= 0) {
      byte[] told = Arrays.copyOfRange(report, layout.aimAt(), layout.aimAt() + AIM_LENGTH);
      if (AimIdentifier.leads(told)) {
        return told;
      }
    }
    return layout.vendorAt() >= 0 && layout.vendorAt() < report.length
        ? VendorSymbology.aim(report[layout.vendorAt()])
        : new byte[0];
  }

  private void end(Instant at, List<Reading> readings) {
    if (length > FrameReader.LONGEST_DATA) {
      readings.add(decoder.unreadable(at, Cause.OVERLONG, length));
    } else if (damaged) {
      readings.add(decoder.unreadable(at, Cause.GARBLED, length));
    } else {
      readings.add(decoder.decode(frame(), at));
      complaint = Optional.empty();
    }
    scan.reset();
    aim = new byte[0];
    open = false;
    damaged = false;
    length = 0;
  }

  /** As a serial scanner would have sent it: some put the identifier or a suffix in the data. */
  private byte[] frame() {
    byte[] data = FrameReader.withoutTerminators(scan.toByteArray());
    if (aim.length == 0 || startsWithAim(data)) {
      return data;
    }
    byte[] frame = Arrays.copyOf(aim, aim.length + data.length);
    System.arraycopy(data, 0, frame, aim.length, data.length);
    return frame;
  }

  private boolean startsWithAim(byte[] data) {
    return data.length >= aim.length && Arrays.equals(aim, Arrays.copyOf(data, aim.length));
  }
}
