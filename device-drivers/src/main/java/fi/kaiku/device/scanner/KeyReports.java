package fi.kaiku.device.scanner;

import fi.kaiku.device.usb.HidField;
import fi.kaiku.device.usb.HidField.Content;
import fi.kaiku.device.usb.HidField.Report;
import fi.kaiku.device.usb.HidReportDescriptor;
import fi.kaiku.device.usb.HidUsage;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Makes key presses of keyboard reports: each tells which keys are down, the difference to the last
 * one what happened. Pure; for the owner thread.
 */
final class KeyReports {
  /** "Too many keys": the report says nothing of which (HID Usage Tables, page 07). */
  private static final int ROLL_OVER = 0x01;

  private static final int LAST_ERROR = 0x03;

  private final Layout layout;
  private final KeyDecoder keys;
  private int modifiers;
  private Set<Integer> down = new LinkedHashSet<>();

  /** Where the modifiers' byte and the keys are in a report. */
  record Layout(int reportId, int modifiersAt, int keysAt, int keys) {
    /** The boot protocol's report (HID 1.11, appendix B.1). */
    static final Layout BOOT = new Layout(0, 0, 2, 6);

    private static final HidUsage LEFT_CONTROL =
        new HidUsage(HidUsage.KEYBOARD_KEYS, KeyDecoder.LEFT_CONTROL);

    /** As the descriptor of a keyboard without boot protocol says. */
    static Layout of(HidReportDescriptor descriptor) throws IOException {
      HidField modifiers =
          descriptor.inputsWith(LEFT_CONTROL).stream()
              .filter(field -> field.bits() == 1 && field.bitInByte(0) == 0)
              .findFirst()
              .orElseThrow(() -> new IOException("a keyboard whose report has no modifiers"));
      HidField keys =
          descriptor.fields().stream()
              .filter(field -> field.report() == Report.INPUT && field.isBytes())
              .filter(field -> field.content() == Content.ARRAY)
              .filter(field -> field.reportId() == modifiers.reportId())
              .findFirst()
              .orElseThrow(() -> new IOException("a keyboard whose report has no list of keys"));
      return new Layout(
          modifiers.reportId(), modifiers.byteOffset(0), keys.byteOffset(0), keys.count());
    }
  }

  KeyReports(Layout layout, KeyDecoder keys) {
    this.layout = layout;
    this.keys = keys;
  }

  /** Takes one report; returns the text that it completes. */
  String accept(byte[] report, int count) {
    if (layout.reportId() != 0 && (count == 0 || report[0] != (byte) layout.reportId())) {
      return "";
    }
    if (count <= layout.modifiersAt() || count <= layout.keysAt()) {
      return String.valueOf(KeyDecoder.SUBSTITUTE);
    }
    StringBuilder text = new StringBuilder();
    moveModifiers(report[layout.modifiersAt()] & 0xFF, text);
    Set<Integer> now = new LinkedHashSet<>();
    for (int i = 0; i < layout.keys() && layout.keysAt() + i < count; i++) {
      int usage = report[layout.keysAt() + i] & 0xFF;
      if (usage >= ROLL_OVER && usage <= LAST_ERROR) {
        return text.append(KeyDecoder.SUBSTITUTE).toString();
      }
      if (usage != 0) {
        now.add(usage);
      }
    }
    down.stream().filter(key -> !now.contains(key)).forEach(key -> text.append(keys.up(key)));
    now.stream().filter(key -> !down.contains(key)).forEach(key -> text.append(keys.down(key)));
    down = now;
    return text.toString();
  }

  /** Nothing is known any more of which keys are down. */
  void forget() {
    modifiers = 0;
    down = new LinkedHashSet<>();
    keys.forget();
  }

  private void moveModifiers(int now, StringBuilder text) {
    for (int bit = 0; bit < Byte.SIZE; bit++) {
      int mask = 1 << bit;
      if ((now & mask) != (modifiers & mask)) {
        int usage = KeyDecoder.LEFT_CONTROL + bit;
        text.append((now & mask) != 0 ? keys.down(usage) : keys.up(usage));
      }
    }
    modifiers = now;
  }
}
