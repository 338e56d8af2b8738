package fi.kaiku.device.printer;

import java.io.IOException;

/** A way to ask a USB printer past its data. */
interface PortStatusSource {
  /**
   * GET_PORT_STATUS: answered also while the printer takes no bytes.
   *
   * @throws IOException when the printer refuses the question or is gone
   */
  PortStatus portStatus() throws IOException;

  /**
   * GET_DEVICE_ID: what the printer says it is.
   *
   * @throws IOException when the printer refuses the question or is gone
   */
  Ieee1284Id deviceId() throws IOException;
}
