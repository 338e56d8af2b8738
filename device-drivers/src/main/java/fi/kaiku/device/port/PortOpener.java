package fi.kaiku.device.port;

import java.io.IOException;

/**
 * Opens the port of one device, anew for each connection: after a re-plug the same device may sit
 * behind another device file.
 */
@FunctionalInterface
public interface PortOpener {

  /**
   * Opens the port. Called on the device's owner thread; may block for a few seconds at most.
   *
   * @throws PortUnavailableException when the reason is known
   * @throws IOException for any other trouble
   */
  BytePort open() throws IOException;
}
