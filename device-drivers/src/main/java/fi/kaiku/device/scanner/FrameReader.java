package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.scanner.Framing.Suffix;
import fi.kaiku.device.scanner.UnreadableScan.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a scanner's byte stream into frames and makes a reading of each: {@code [STX] [AIM
 * identifier] data suffix}. The chunks in which the bytes arrive make no difference. No input makes
 * it throw, and memory is bounded by {@link #LONGEST_FRAME}.
 *
 * <p>Not thread-safe: belongs to the scanner's owner thread, which tells it of time passing.
 */
public final class FrameReader {
  /** Digits of a QR code version 40-L (ISO/IEC 18004, table 7), the most that any code holds. */
  static final int LONGEST_DATA = 7_089;

  /** Data, an AIM identifier, start and stop characters. */
  static final int LONGEST_FRAME = LONGEST_DATA + AimIdentifier.LENGTH + 2;

  /** So many bytes without an end are no scan any more: the scanner is broken or not a scanner. */
  static final int JABBER = 65_536;

  private static final byte STX = 0x02;
  private static final byte ETX = 0x03;
  private static final byte TAB = '\t';
  private static final byte LF = '\n';
  private static final byte CR = '\r';

  private final FrameDecoder decoder;
  private final Suffix suffix;
  private final byte[] frame = new byte[LONGEST_FRAME];
  private int length;
  private byte previous;
  private boolean told;

  public FrameReader(DeviceName device, Framing framing) {
    this.decoder = new FrameDecoder(device);
    this.suffix = framing.suffix();
  }

  /**
   * Takes the first {@code count} bytes of the buffer.
   *
   * @param at when they arrived
   * @return the readings that they completed, in order
   */
  public List<Reading> accept(byte[] bytes, int count, Instant at) {
    List<Reading> readings = new ArrayList<>(1);
    for (int i = 0; i < count; i++) {
      accept(bytes[i], at, readings);
    }
    return readings;
  }

  /** The framing's idle time passed without a byte: an open frame ends here. */
  public List<Reading> idle(Instant at) {
    List<Reading> readings = new ArrayList<>(1);
    end(at, readings);
    return readings;
  }

  /** The line broke: what came of an open frame is part of a scan at best, and never a text. */
  public List<Reading> cut(Instant at) {
    List<Reading> readings = new ArrayList<>(1);
    if (midFrame() && !told) {
      readings.add(decoder.unreadable(at, Cause.GARBLED, length));
    }
    reset();
    return readings;
  }

  /** Whether bytes of an unfinished scan are waiting, so that silence means something. */
  public boolean midFrame() {
    return length > 0;
  }

  /** Whether the device has been sending for so long without an end that it must be broken. */
  public boolean jabbering() {
    return told;
  }

  private void accept(byte b, Instant at, List<Reading> readings) {
    if (length == 0 && (b == STX || isTerminator(b))) {
      // Left over from the scan before (CRLF, ETX CR) or leading this one; no scan begins so.
      return;
    }
    if (ends(b)) {
      end(at, readings);
      return;
    }
    previous = b;
    if (told) {
      return;
    }
    if (length < LONGEST_FRAME) {
      frame[length] = b;
    }
    length++;
    if (length == JABBER) {
      readings.add(decoder.unreadable(at, Cause.OVERLONG, length));
      told = true;
    }
  }

  private boolean ends(byte b) {
    return switch (suffix) {
      case ANY -> isTerminator(b);
      case CR -> b == CR;
      case LF -> b == LF;
      case CRLF -> b == LF && previous == CR;
      case TAB -> b == TAB;
      case ETX -> b == ETX;
      case NONE -> false;
    };
  }

  private static boolean isTerminator(byte b) {
    return b == CR || b == LF || b == TAB || b == ETX;
  }

  private void end(Instant at, List<Reading> readings) {
    if (midFrame() && !told) {
      readings.add(
          length > LONGEST_FRAME
              ? decoder.unreadable(at, Cause.OVERLONG, length)
              : decoder.decode(withoutTerminators(Arrays.copyOf(frame, length)), at));
    }
    reset();
  }

  /** Without what a differently set suffix left at the end. */
  static byte[] withoutTerminators(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && isTerminator(bytes[end - 1])) {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }

  private void reset() {
    length = 0;
    told = false;
    // What was scanned may be a personal identity code: it does not stay in memory (R3).
    Arrays.fill(frame, (byte) 0);
  }
}
