package fi.kaiku.device.scanner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Makes text of the kernel's input events (linux/input.h, 64-bit: 16 bytes of time, type, code,
 * value). The kernel has undone no layout: its codes name keys, as HID usages do. Pure; for the
 * owner thread.
 */
final class EvdevKeys {
  static final int EVENT_BYTES = 24;
  private static final int TYPE_AT = 16;
  private static final int CODE_AT = 18;
  private static final int VALUE_AT = 20;

  private static final int EV_SYN = 0;
  private static final int EV_KEY = 1;

  /** The reader was late, and events are missing. */
  private static final int SYN_DROPPED = 3;

  private static final int UP = 0;
  private static final int DOWN = 1;

  /**
   * HID usages by key code from 0 (kernel: drivers/hid/hid-input.c, hid_keyboard, turned round); 00
   * where the key means no text: its scan will be told as garbled.
   */
  private static final int[] USAGES = {
    0x00, 0x00, 0x1E, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27, 0x2D, 0x2E, 0x00, 0x2B,
    0x14, 0x1A, 0x08, 0x15, 0x17, 0x1C, 0x18, 0x0C, 0x12, 0x13, 0x2F, 0x30, 0x28, 0xE0, 0x04, 0x16,
    0x07, 0x09, 0x0A, 0x0B, 0x0D, 0x0E, 0x0F, 0x33, 0x34, 0x35, 0xE1, 0x31, 0x1D, 0x1B, 0x06, 0x19,
    0x05, 0x11, 0x10, 0x36, 0x37, 0x38, 0xE5, 0x55, 0xE2, 0x2C, 0x39, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x53, 0x00, 0x5F, 0x60, 0x61, 0x56, 0x5C, 0x5D, 0x5E, 0x57, 0x59,
    0x5A, 0x5B, 0x62, 0x63, 0x00, 0x00, 0x64, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x58, 0xE4, 0x54, 0x00, 0xE6, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xE3, 0xE7
  };

  private final KeyDecoder keys;

  EvdevKeys(KeyDecoder keys) {
    this.keys = keys;
  }

  /** Takes events; returns the text that they complete, with a mark where events are missing. */
  String accept(byte[] events, int count) {
    ByteBuffer bytes = ByteBuffer.wrap(events, 0, count).order(ByteOrder.nativeOrder());
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (; at + EVENT_BYTES <= count; at += EVENT_BYTES) {
      int type = Short.toUnsignedInt(bytes.getShort(at + TYPE_AT));
      int code = Short.toUnsignedInt(bytes.getShort(at + CODE_AT));
      if (type == EV_KEY) {
        text.append(key(code, bytes.getInt(at + VALUE_AT)));
      } else if (type == EV_SYN && code == SYN_DROPPED) {
        keys.forget();
        text.append(KeyDecoder.SUBSTITUTE);
      }
    }
    // The kernel gives whole events only.
    return at == count ? text.toString() : text.append(KeyDecoder.SUBSTITUTE).toString();
  }

  /** A repeat is the computer's invention: scanners press and release. */
  private String key(int code, int value) {
    int usage = code < USAGES.length ? USAGES[code] : 0;
    return switch (value) {
      case DOWN -> keys.down(usage);
      case UP -> keys.up(usage);
      default -> "";
    };
  }
}
