package fi.kaiku.device.discovery;

import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import java.util.List;

/** Whether a device that was set up once is among those plugged in now, and how we know. */
public sealed interface Sighting {

  /** This is it. */
  record Found(UsbDevice device, KnownBy by) implements Sighting {}

  /** Not plugged in. */
  record Absent() implements Sighting {}

  /** Several could be it, and nothing tells which: a technician has to say the socket. */
  record Twins(List<UsbDevice> devices) implements Sighting {
    public Twins {
      devices = List.copyOf(devices);
    }
  }

  /** What a device was known by. */
  enum KnownBy {
    /** Its serial number: whichever socket it is in. */
    SERIAL_NUMBER,
    /** It has no serial number and is the only one of its model. */
    ONLY_ONE_OF_ITS_MODEL,
    /** Twins without (different) serial numbers: the one in the socket that was set up. */
    SOCKET
  }

  /** Looks for a device among those present. */
  static Sighting of(PortAddress.Usb wanted, List<UsbDevice> present) {
    List<UsbDevice> same =
        present.stream()
            .filter(d -> d.vendor() == wanted.vendor() && d.product() == wanted.product())
            .filter(d -> wanted.serial().isEmpty() || d.serial().equals(wanted.serial()))
            .toList();
    if (same.isEmpty()) {
      return new Absent();
    }
    if (same.size() == 1) {
      return new Found(
          same.getFirst(),
          wanted.serial().isEmpty() ? KnownBy.ONLY_ONE_OF_ITS_MODEL : KnownBy.SERIAL_NUMBER);
    }
    // Cheap scanners of one batch may share a serial number too.
    return same.stream()
        .filter(d -> d.place().equals(wanted.place()))
        .findFirst()
        .<Sighting>map(d -> new Found(d, KnownBy.SOCKET))
        .orElse(new Twins(same));
  }

  /**
   * The device, if this is one.
   *
   * @throws PortUnavailableException when it is absent, or a technician must say which of several
   *     it is
   */
  default UsbDevice only(PortAddress.Usb wanted) throws PortUnavailableException {
    return switch (this) {
      case Found found -> found.device();
      case Absent absent ->
          throw new PortUnavailableException(
              Reason.ABSENT, wanted.text() + ": " + absent.words(), null);
      case Twins twins ->
          throw new PortUnavailableException(
              Reason.TWINS, wanted.text() + ": " + twins.words(), null);
    };
  }

  /** The finding in words for a technician. */
  default String words() {
    return switch (this) {
      case Found(UsbDevice device, KnownBy by) ->
          switch (by) {
            case SERIAL_NUMBER -> "known by its serial number; any socket will do";
            case ONLY_ONE_OF_ITS_MODEL ->
                "it has no serial number set and is known as the only one of its model";
            case SOCKET ->
                "there are twins of it without different serial numbers: known by its socket "
                    + device.place()
                    + ", so it must stay there";
          };
      case Absent() -> "not plugged in";
      case Twins(List<UsbDevice> devices) ->
          "there are "
              + devices.size()
              + " of this model without different serial numbers; add the socket of the right one"
              + " to the address: "
              + String.join(" or ", devices.stream().map(d -> "@" + d.place()).toList());
    };
  }
}
