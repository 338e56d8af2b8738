package fi.kaiku.device.usb;

/** What a HID control or collection is for (USB-IF, HID Usage Tables): a page and an id on it. */
public record HidUsage(int page, int id) {
  public static final int GENERIC_DESKTOP = 0x01;
  public static final int KEYBOARD_KEYS = 0x07;
  public static final int BAR_CODE_SCANNER = 0x8C;

  /** An application collection that is a keyboard. */
  public static final HidUsage KEYBOARD = new HidUsage(GENERIC_DESKTOP, 0x06);
}
