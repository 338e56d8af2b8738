package fi.kaiku.device.scanner;

import static java.util.Objects.requireNonNull;

import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import java.util.Set;

/**
 * The keyboards that are scanners, each confirmed by a technician who scanned with it. Nothing else
 * tells a scanner from somebody's keyboard, and taking that would lock its user out.
 */
public record WedgeAllowList(Set<PortAddress.Usb> confirmed) {
  public WedgeAllowList {
    confirmed = Set.copyOf(confirmed);
  }

  /**
   * Leave to take one of them.
   *
   * @param layout what the scanner is set to
   * @throws PortUnavailableException when it is not on the list
   */
  public Leave leave(PortAddress.Usb keyboard, KeyLayout layout) throws PortUnavailableException {
    if (!confirmed.contains(keyboard)) {
      throw new PortUnavailableException(
          Reason.NOT_CONFIRMED,
          "keyboard "
              + keyboard.text()
              + ": nobody has confirmed that it is a scanner, so it is left alone",
          null);
    }
    return new Leave(keyboard, layout);
  }

  /** Leave to take one keyboard; only the list gives it. */
  public static final class Leave {
    private final PortAddress.Usb keyboard;
    private final KeyLayout layout;

    private Leave(PortAddress.Usb keyboard, KeyLayout layout) {
      this.keyboard = requireNonNull(keyboard, "keyboard");
      this.layout = requireNonNull(layout, "layout");
    }

    PortAddress.Usb keyboard() {
      return keyboard;
    }

    KeyLayout layout() {
      return layout;
    }
  }
}
