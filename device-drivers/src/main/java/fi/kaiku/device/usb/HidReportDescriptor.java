package fi.kaiku.device.usb;

import fi.kaiku.device.usb.HidField.Content;
import fi.kaiku.device.usb.HidField.Report;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a HID says its reports hold (Device Class Definition for HID 1.11, 6.2.2). Parsing never
 * throws, whatever the bytes, and its work is bounded: what is past a limit or cut off is left out.
 */
public record HidReportDescriptor(List<HidUsage> applications, List<HidField> fields) {
  public HidReportDescriptor {
    applications = List.copyOf(applications);
    fields = List.copyOf(fields);
  }

  public static HidReportDescriptor parse(byte[] raw) {
    return new Parser(raw).parse();
  }

  /** Whether one of its top-level collections is a keyboard. */
  public boolean hasKeyboard() {
    return applications.contains(HidUsage.KEYBOARD);
  }

  /** Whether one of its top-level collections is on the page of bar code scanners. */
  public boolean hasBarCodeScanner() {
    return applications.stream().anyMatch(usage -> usage.page() == HidUsage.BAR_CODE_SCANNER);
  }

  /** The input fields that hold a value with this usage, in order. */
  public List<HidField> inputsWith(HidUsage usage) {
    return fields.stream()
        .filter(field -> field.report() == Report.INPUT && field.indexOf(usage) >= 0)
        .toList();
  }

  /** Whether it knows of reports with this id, in either direction. */
  public boolean knows(int reportId) {
    return fields.stream().anyMatch(field -> field.reportId() == reportId);
  }

  /** Length in bytes of an input report as transferred, if the descriptor knows it. */
  public OptionalInt inputLength(int reportId) {
    return fields.stream()
        .filter(field -> field.report() == Report.INPUT && field.reportId() == reportId)
        .mapToInt(field -> (field.bitOffset() + field.count() * field.bits() + 7) / Byte.SIZE)
        .max();
  }

  /** The state of one pass over the items. */
  private static final class Parser {
    /** A scanner's descriptor has tens of fields; more is garbage. */
    private static final int MOST_FIELDS = 512;

    private static final int MOST_USAGES = 256;
    private static final int DEEPEST = 32;

    /** No report is longer than what a control transfer can carry. */
    private static final int MOST_BITS = 65_535 * Byte.SIZE;

    private final byte[] raw;
    private final List<HidUsage> applications = new ArrayList<>();
    private final List<HidField> fields = new ArrayList<>();
    private final Map<List<Object>, Integer> lengths = new HashMap<>();
    private final Deque<int[]> saved = new ArrayDeque<>();
    private final List<HidUsage> usages = new ArrayList<>();
    private int[] globals = new int[4];
    private int usageMinimum;
    private int depth;
    private HidUsage application = new HidUsage(0, 0);

    private static final int PAGE = 0;
    private static final int SIZE = 1;
    private static final int ID = 2;
    private static final int COUNT = 3;

    Parser(byte[] raw) {
      this.raw = raw;
    }

    HidReportDescriptor parse() {
      int i = 0;
      while (i < raw.length) {
        int prefix = raw[i] & 0xFF;
        if (prefix == 0xFE) {
          // A long item: none was ever defined.
          i += 3 + (i + 1 < raw.length ? raw[i + 1] & 0xFF : 0);
          continue;
        }
        int length = (prefix & 3) == 3 ? 4 : prefix & 3;
        if (i + length >= raw.length) {
          break;
        }
        item(prefix >> 2 & 3, prefix >> 4, value(i + 1, length), length);
        i += 1 + length;
      }
      return new HidReportDescriptor(applications, fields);
    }

    private int value(int start, int length) {
      int value = 0;
      for (int i = 0; i < length; i++) {
        value |= (raw[start + i] & 0xFF) << (Byte.SIZE * i);
      }
      return value;
    }

    private void item(int type, int tag, int value, int length) {
      switch (type) {
        case 0 -> main(tag, value);
        case 1 -> global(tag, value);
        case 2 -> local(tag, value, length);
        default -> {}
      }
    }

    private void main(int tag, int value) {
      switch (tag) {
        case 0x8 -> field(Report.INPUT, value);
        case 0x9 -> field(Report.OUTPUT, value);
        case 0xB -> field(Report.FEATURE, value);
        case 0xA -> beginCollection();
        case 0xC -> depth = Math.max(0, depth - 1);
        default -> {}
      }
      usages.clear();
      usageMinimum = 0;
    }

    private void beginCollection() {
      if (depth == 0 && !usages.isEmpty() && applications.size() < MOST_FIELDS) {
        application = usages.getFirst();
        applications.add(application);
      }
      depth++;
    }

    private void global(int tag, int value) {
      switch (tag) {
        case 0x0 -> globals[PAGE] = value & 0xFFFF;
        case 0x7 -> globals[SIZE] = value;
        case 0x8 -> globals[ID] = value & 0xFF;
        case 0x9 -> globals[COUNT] = value;
        case 0xA -> {
          if (saved.size() < DEEPEST) {
            saved.push(globals.clone());
          }
        }
        case 0xB -> {
          if (!saved.isEmpty()) {
            globals = saved.pop();
          }
        }
        default -> {}
      }
    }

    private void local(int tag, int value, int length) {
      int page = length == 4 ? value >>> Short.SIZE : globals[PAGE];
      int id = value & 0xFFFF;
      switch (tag) {
        case 0x0 -> addUsage(page, id);
        case 0x1 -> usageMinimum = id;
        case 0x2 -> {
          for (int u = usageMinimum; u <= id && usages.size() < MOST_USAGES; u++) {
            addUsage(page, u);
          }
        }
        default -> {}
      }
    }

    private void addUsage(int page, int id) {
      if (usages.size() < MOST_USAGES) {
        usages.add(new HidUsage(page, id));
      }
    }

    private void field(Report report, int flags) {
      int bits = globals[SIZE];
      int count = globals[COUNT];
      int id = globals[ID];
      List<Object> key = Arrays.asList(report, id);
      int offset = lengths.getOrDefault(key, id == 0 ? 0 : Byte.SIZE);
      boolean sane =
          bits > 0
              && count > 0
              && (long) bits * count <= MOST_BITS - offset
              && fields.size() < MOST_FIELDS;
      if (!sane) {
        return;
      }
      Content content =
          (flags & 1) != 0 ? Content.CONSTANT : (flags & 2) != 0 ? Content.VARIABLE : Content.ARRAY;
      fields.add(new HidField(report, id, offset, bits, count, content, usages, application));
      lengths.put(key, offset + bits * count);
    }
  }
}
