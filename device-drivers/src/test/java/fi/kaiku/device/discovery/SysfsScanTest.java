package fi.kaiku.device.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.discovery.UsbFunction.Kind;
import fi.kaiku.device.port.PortAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SysfsScanTest {
  private static final String HID_POS = "058c0902a1010912a1027508950109fe8102c0c0";
  private static final String KEYBOARD = "05010906a10105077508950119e029e78102c0";
  private static final String MOUSE = "05010902a1017508950109308102c0";

  @TempDir Path folder;
  private FakeSysfs sysfs;

  @BeforeEach
  void mount() {
    sysfs = new FakeSysfs(folder);
  }

  @Test
  void aMachineWithoutUsbHasNoDevices() {
    assertThat(new SysfsScan(folder).scan()).isEmpty();
  }

  @Test
  void eachDeviceTellsWhatItIsAndItsFiles() throws Exception {
    sysfs.plugSerial("1-1", "0403:6001", "FT1", "ttyUSB0");
    sysfs.plugCdc("1-2", "05f9:4204", "", "ttyACM0");
    sysfs.plugHid("1-3", "0c2e:0b61", "H1", HID_POS);
    sysfs.plugHid("1-4.1", "05e0:1200", "", KEYBOARD);
    sysfs.plugPrinter("2-1", "04b8:0e15", "P1");
    sysfs.plugHid("2-2", "046d:c077", "", MOUSE);

    assertKind("1-1", Kind.SERIAL_LINE, "/dev/ttyUSB0");
    assertKind("1-2", Kind.SERIAL_LINE, "/dev/ttyACM0");
    assertKind("1-3", Kind.HID_POS, "/dev/hidraw0", "/dev/input/event3");
    assertKind("1-4.1", Kind.KEYBOARD, "/dev/hidraw0", "/dev/input/event3");
    assertKind("2-1", Kind.PRINTER, "/dev/usb/lp0");
    assertKind("2-2", Kind.OTHER, "/dev/hidraw0", "/dev/input/event3");
  }

  @Test
  void aKeyboardBesideAScannerIsAKeyboardFirst() throws Exception {
    sysfs.plugHid("1-1", "0c2e:0b61", "", HID_POS + KEYBOARD);
    assertKind("1-1", Kind.KEYBOARD, "/dev/hidraw0", "/dev/input/event3");
  }

  @Test
  void aClaimedHidAndOneWithoutDriverAreToldApart() throws Exception {
    sysfs.plugSilentHid("1-1", "0c2e:0b61", "usbfs");
    sysfs.plugSilentHid("1-2", "0c2e:0b61", "");
    UsbFunction claimed = device("1-1").functions().getFirst();
    UsbFunction free = device("1-2").functions().getFirst();
    assertThat(claimed.isClaimed()).isTrue();
    assertThat(claimed.isUnaskedHid()).isFalse();
    assertThat(free.isClaimed()).isFalse();
    assertThat(free.isUnaskedHid()).isTrue();
  }

  @Test
  void anAddressIsGoodAfterAReplug() throws Exception {
    sysfs.plugSerial("1-1", "0403:6001", "FT1", "ttyUSB0");
    sysfs.plugCdc("1-2", "05f9:4204", "", "ttyACM0");
    assertThat(device("1-1").address()).isEqualTo(PortAddress.parse("usb:0403:6001:FT1"));
    assertThat(device("1-2").address()).isEqualTo(PortAddress.parse("usb:05f9:4204@1-2"));
  }

  @Test
  void aDeviceThatVanishesWhileItIsReadIsNotThere() throws Exception {
    sysfs.plugCdc("1-1", "05f9:4204", "A", "ttyACM0");
    sysfs.plugCdc("1-2", "05f9:4204", "B", "ttyACM1");
    Files.delete(folder.resolve("bus/usb/devices/1-1/descriptors"));
    assertThat(new SysfsScan(folder).scan()).extracting(UsbDevice::serial).containsExactly("B");
    Files.writeString(folder.resolve("bus/usb/devices/1-2/busnum"), "");
    assertThat(new SysfsScan(folder).scan()).isEmpty();
  }

  @Test
  void hubsAndBusesAreFoldersLikeAnyOther() throws Exception {
    Files.createDirectories(folder.resolve("bus/usb/devices/usb1"));
    Files.createDirectories(folder.resolve("bus/usb/devices/1-0:1.0"));
    assertThat(new SysfsScan(folder).scan()).isEmpty();
  }

  private void assertKind(String place, Kind kind, String... nodes) {
    UsbFunction function = device(place).functions().getFirst();
    assertThat(function.kind()).isEqualTo(kind);
    assertThat(function.nodes()).containsExactly(nodes);
    assertThat(device(place).functions(kind)).containsExactly(function);
  }

  private UsbDevice device(String place) {
    return new SysfsScan(folder)
        .scan().stream().filter(d -> d.place().equals(place)).findFirst().orElseThrow();
  }
}
