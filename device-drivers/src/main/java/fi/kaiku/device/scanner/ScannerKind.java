package fi.kaiku.device.scanner;

/** How a USB scanner is to be read. */
public enum ScannerKind {
  /** As it presents itself now; as a keyboard only if it is confirmed as a scanner. */
  AUTO,
  /** A serial line: USB-CDC, or an adapter. */
  SERIAL,
  /** HID POS, usage page 8C. */
  HID_POS,
  /** It plays a keyboard. */
  KEYBOARD
}
