package fi.kaiku.device.discovery;

import fi.kaiku.device.usb.HidReportDescriptor;
import fi.kaiku.device.usb.HidUsage;
import fi.kaiku.device.usb.UsbDescriptors;
import fi.kaiku.device.usb.UsbInterface;
import fi.kaiku.device.usb.UsbLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the USB devices from sysfs (kernel: Documentation/ABI/testing/sysfs-bus-usb). Never opens a
 * device. What vanishes while it is read counts as not there. Thread-safe.
 */
public final class SysfsScan {
  private static final Logger LOG = System.getLogger(SysfsScan.class.getName());

  /** A device's folder: bus, hyphen, port at each hub. Its interfaces' folders have a colon. */
  private static final Pattern DEVICE = Pattern.compile("[0-9]+-[0-9]+([.][0-9]+)*");

  /** A report descriptor or string that is longer than a page is not one. */
  private static final int LONGEST_ATTRIBUTE = 65_536;

  private final Path devices;

  /**
   * @param sys where sysfs is mounted: {@code /sys}, or a folder that looks like it
   */
  public SysfsScan(Path sys) {
    this.devices = sys.resolve("bus/usb/devices");
  }

  /**
   * The names of all devices and their interfaces: far cheaper than a scan, and enough to see that
   * something came or went.
   */
  List<String> names() {
    return children(devices).stream().map(each -> each.getFileName().toString()).toList();
  }

  /** All USB devices but hubs, ordered by place. */
  public List<UsbDevice> scan() {
    List<UsbDevice> found = new ArrayList<>();
    for (Path folder : children(devices)) {
      if (DEVICE.matcher(folder.getFileName().toString()).matches()) {
        addIfThere(folder, found);
      }
    }
    return List.copyOf(found);
  }

  private static void addIfThere(Path folder, List<UsbDevice> found) {
    try {
      found.add(device(folder));
    } catch (IOException | IllegalArgumentException e) {
      // Unplugged while it was read: the next scan knows more.
      LOG.log(Level.DEBUG, "USB device {0} vanished: {1}", folder.getFileName(), e.getMessage());
    }
  }

  private static UsbDevice device(Path folder) throws IOException {
    String place = folder.getFileName().toString();
    List<UsbInterface> interfaces = UsbDescriptors.interfaces(bytes(folder.resolve("descriptors")));
    List<UsbFunction> functions = new ArrayList<>();
    for (Path child : children(folder)) {
      if (child.getFileName().toString().startsWith(place + ":")) {
        int number = Integer.parseInt(text(child, "bInterfaceNumber"), 16);
        int alternate = Integer.parseInt(text(child, "bAlternateSetting").trim());
        interfaces.stream()
            .filter(i -> i.number() == number && i.alternate() == alternate)
            .findFirst()
            .ifPresent(i -> functions.add(function(child, i)));
      }
    }
    return new UsbDevice(
        new UsbLocation(
            Integer.parseInt(text(folder, "busnum")), Integer.parseInt(text(folder, "devnum"))),
        place,
        Integer.parseInt(text(folder, "idVendor"), 16),
        Integer.parseInt(text(folder, "idProduct"), 16),
        text(folder, "serial"),
        text(folder, "manufacturer"),
        text(folder, "product"),
        functions);
  }

  private static UsbFunction function(Path folder, UsbInterface usb) {
    List<String> nodes = new ArrayList<>();
    List<HidUsage> uses = List.of();
    for (Path child : children(folder)) {
      String name = child.getFileName().toString();
      if (name.equals("tty")) {
        children(child).forEach(tty -> nodes.add("/dev/" + tty.getFileName()));
      } else if (name.startsWith("ttyUSB")) {
        nodes.add("/dev/" + name);
      } else if (name.equals("usbmisc")) {
        children(child).forEach(lp -> nodes.add("/dev/usb/" + lp.getFileName()));
      } else if (Files.exists(child.resolve("report_descriptor"))) {
        nodes.addAll(hidNodes(child));
        uses =
            HidReportDescriptor.parse(bytesOrNone(child.resolve("report_descriptor")))
                .applications();
      }
    }
    return new UsbFunction(usb, uses, driver(folder), nodes);
  }

  private static List<String> hidNodes(Path hid) {
    List<String> nodes = new ArrayList<>();
    children(hid.resolve("hidraw")).forEach(raw -> nodes.add("/dev/" + raw.getFileName()));
    for (Path input : children(hid.resolve("input"))) {
      children(input).stream()
          .map(child -> child.getFileName().toString())
          .filter(name -> name.startsWith("event"))
          .forEach(name -> nodes.add("/dev/input/" + name));
    }
    return nodes;
  }

  private static String driver(Path folder) {
    try {
      return folder.resolve("driver").toRealPath().getFileName().toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /** A text attribute; empty when the device has none. */
  private static String text(Path folder, String attribute) {
    return new String(bytesOrNone(folder.resolve(attribute)), StandardCharsets.UTF_8).strip();
  }

  private static byte[] bytesOrNone(Path file) {
    try {
      return bytes(file);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(LONGEST_ATTRIBUTE);
    }
  }
}
