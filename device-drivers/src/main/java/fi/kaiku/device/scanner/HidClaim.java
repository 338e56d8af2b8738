package fi.kaiku.device.scanner;

import fi.kaiku.device.usb.HidReportDescriptor;
import fi.kaiku.device.usb.UsbEndpoint.Kind;
import fi.kaiku.device.usb.UsbInPipe;
import fi.kaiku.device.usb.UsbInterface.Direction;
import fi.kaiku.device.usb.UsbInterfaceClaim;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What makes a claimed HID talk (HID 1.11, chapter 7). */
final class HidClaim {
  private static final Logger LOG = System.getLogger(HidClaim.class.getName());

  private static final int GET_DESCRIPTOR_FROM_INTERFACE = 0x81;
  private static final int GET_DESCRIPTOR = 0x06;
  private static final int REPORT_DESCRIPTOR = 0x22;
  private static final int LONGEST_DESCRIPTOR = 4_096;

  private static final int CLASS_REQUEST_TO_INTERFACE = 0x21;
  private static final int SET_REPORT = 0x09;
  private static final int SET_IDLE = 0x0A;
  private static final int SET_PROTOCOL = 0x0B;
  private static final int BOOT_PROTOCOL = 0;
  private static final int FEATURE_REPORT = 3;

  private static final int HONEYWELL = 0x0C2E;
  private static final int YOUJIE = 0x23D0;
  private static final int WAKE_UP_REPORT = 0xFE;

  private HidClaim() {}

  /** Short reports of one form (HID 1.11, 7.2.6), and none while nothing changes (7.2.4). */
  static void chooseBootProtocol(UsbInterfaceClaim claim) throws IOException {
    int number = claim.claimed().number();
    claim.controlOut(CLASS_REQUEST_TO_INTERFACE, SET_PROTOCOL, BOOT_PROTOCOL, number);
    try {
      claim.controlOut(CLASS_REQUEST_TO_INTERFACE, SET_IDLE, 0, number);
    } catch (IOException e) {
      // Optional for a device: repeated reports change nothing.
      LOG.log(Level.DEBUG, "the scanner refused SET_IDLE: {0}", e.getMessage());
    }
  }

  /** Asked of the device itself: sysfs forgets it when the kernel's driver is detached. */
  static HidReportDescriptor descriptor(UsbInterfaceClaim claim) throws IOException {
    return HidReportDescriptor.parse(
        claim.controlIn(
            GET_DESCRIPTOR_FROM_INTERFACE,
            GET_DESCRIPTOR,
            REPORT_DESCRIPTOR << Byte.SIZE,
            claim.claimed().number(),
            LONGEST_DESCRIPTOR));
  }

  static UsbInPipe reports(UsbInterfaceClaim claim) throws IOException {
    return claim.claimed().endpoints(Kind.INTERRUPT, Direction.IN).stream()
        .findFirst()
        .map(claim::in)
        .orElseThrow(() -> new IOException("a HID without an interrupt endpoint"));
  }

  /** Honeywell's scanners, and Youjie's of the same make, stay silent until they are told. */
  static void wakeUp(UsbInterfaceClaim claim, int vendor) {
    if (vendor != HONEYWELL && vendor != YOUJIE) {
      return;
    }
    try {
      claim.controlOut(
          CLASS_REQUEST_TO_INTERFACE,
          SET_REPORT,
          FEATURE_REPORT << Byte.SIZE | WAKE_UP_REPORT,
          claim.claimed().number(),
          (byte) WAKE_UP_REPORT,
          (byte) 1);
    } catch (IOException e) {
      // Older firmware does not know the report and is awake anyway.
      LOG.log(Level.INFO, "the scanner refused the wake-up report: {0}", e.getMessage());
    }
  }
}
