package fi.kaiku.device.usb;

/**
 * One endpoint of an interface (USB 2.0, 9.6.6).
 *
 * @param address with bit 7 set for IN, as in the descriptor
 * @param packetSize largest packet in bytes
 */
public record UsbEndpoint(int address, Kind kind, int packetSize) {

  /** How an endpoint transfers. */
  public enum Kind {
    CONTROL,
    ISOCHRONOUS,
    BULK,
    INTERRUPT
  }

  /** Whether data comes from the device. */
  public boolean isIn() {
    return (address & 0x80) != 0;
  }
}
