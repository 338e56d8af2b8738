package fi.kaiku.device.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

/** A folder that looks like sysfs, with devices plugged in by hand. */
public final class FakeSysfs {
  private static final String DEVICE_DESCRIPTOR = "120100020000004009120500000101020301";
  private static final String CONFIGURATION = "090220000101008019";

  private final Path root;
  private int number;

  public FakeSysfs(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  /** A USB serial adapter with one tty. */
  public void plugSerial(String place, String model, String serial, String tty) throws IOException {
    Path function = plug(place, model, serial, "0904000002ffffff00");
    Files.createDirectories(function.resolve(tty + "/tty/" + tty));
    bind(function, "ftdi_sio");
  }

  /** A modem-like scanner (CDC-ACM). */
  public void plugCdc(String place, String model, String serial, String tty) throws IOException {
    Path function = plug(place, model, serial, "090400000102020100");
    Files.createDirectories(function.resolve("tty/" + tty));
    bind(function, "cdc_acm");
  }

  /** A HID with this report descriptor. */
  public void plugHid(String place, String model, String serial, String reportDescriptor)
      throws IOException {
    Path function = plug(place, model, serial, "090400000103000000");
    Path hid =
        Files.createDirectories(
            function.resolve("0003:%s.0001".formatted(model.toUpperCase(Locale.ROOT))));
    Files.write(hid.resolve("report_descriptor"), HexFormat.of().parseHex(reportDescriptor));
    Files.createDirectories(hid.resolve("hidraw/hidraw0"));
    Files.createDirectories(hid.resolve("input/input7/event3"));
    Files.createDirectories(hid.resolve("input/input7/capabilities"));
    bind(function, "usbhid");
  }

  /** A HID that is claimed, or that no driver has. */
  public void plugSilentHid(String place, String model, String driver) throws IOException {
    bind(plug(place, model, "", "090400000103000000"), driver);
  }

  public void plugPrinter(String place, String model, String serial) throws IOException {
    Path function = plug(place, model, serial, "090400000007010200");
    Files.createDirectories(function.resolve("usbmisc/lp0"));
    bind(function, "usblp");
  }

  /** A driver takes a device that had none. */
  public void bindDriver(String place, String driver) throws IOException {
    bind(root.resolve("bus/usb/devices/" + place + "/" + place + ":1.0"), driver);
  }

  public void unplug(String place) throws IOException {
    try (Stream<Path> all = Files.walk(root.resolve("bus/usb/devices/" + place))) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  private Path plug(String place, String model, String serial, String usbInterface)
      throws IOException {
    Path device = Files.createDirectories(root.resolve("bus/usb/devices/" + place));
    Files.writeString(device.resolve("idVendor"), model.substring(0, 4) + "\n");
    Files.writeString(device.resolve("idProduct"), model.substring(5) + "\n");
    Files.writeString(device.resolve("busnum"), place.substring(0, place.indexOf('-')) + "\n");
    Files.writeString(device.resolve("devnum"), ++number + "\n");
    Files.writeString(device.resolve("product"), "Scanner\n");
    if (!serial.isEmpty()) {
      Files.writeString(device.resolve("serial"), serial + "\n");
    }
    Files.write(
        device.resolve("descriptors"),
        HexFormat.of().parseHex(DEVICE_DESCRIPTOR + CONFIGURATION + usbInterface));
    Path function = Files.createDirectories(device.resolve(place + ":1.0"));
    Files.writeString(function.resolve("bInterfaceNumber"), "00\n");
    Files.writeString(function.resolve("bAlternateSetting"), " 0\n");
    return function;
  }

  private void bind(Path function, String driver) throws IOException {
    if (!driver.isEmpty()) {
      Path folder = Files.createDirectories(root.resolve("bus/usb/drivers/" + driver));
      Files.createSymbolicLink(function.resolve("driver"), folder);
    }
  }
}
