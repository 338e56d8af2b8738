package fi.kaiku.device.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceDeltaTest {
  private static final String MODEL = "05f9:4204";

  @TempDir Path folder;
  private FakeSysfs sysfs;

  @BeforeEach
  void mount() {
    sysfs = new FakeSysfs(folder);
  }

  @Test
  void withoutAChangeThereIsNothingToTell() throws Exception {
    sysfs.plugCdc("1-1", MODEL, "A", "ttyACM0");
    DeviceDelta delta = DeviceDelta.between(look(), look());
    assertThat(delta.isEmpty()).isTrue();
    assertThat(delta.bringsSomething()).isFalse();
  }

  @Test
  void whatComesArrivesAndWhatGoesIsGone() throws Exception {
    sysfs.plugCdc("1-1", MODEL, "A", "ttyACM0");
    List<UsbDevice> before = look();
    sysfs.unplug("1-1");
    sysfs.plugCdc("1-2", MODEL, "B", "ttyACM0");
    DeviceDelta delta = DeviceDelta.between(before, look());
    assertThat(delta.gone()).extracting(UsbDevice::serial).containsExactly("A");
    assertThat(delta.arrived()).extracting(UsbDevice::serial).containsExactly("B");
    assertThat(delta.changed()).isEmpty();
    assertThat(delta.bringsSomething()).isTrue();
  }

  @Test
  void aReplugBetweenTwoLooksIsSeenAndTheDeviceIsTheSame() throws Exception {
    sysfs.plugCdc("1-1", MODEL, "A", "ttyACM0");
    List<UsbDevice> before = look();
    sysfs.unplug("1-1");
    sysfs.plugCdc("1-1", MODEL, "A", "ttyACM1");
    DeviceDelta delta = DeviceDelta.between(before, look());
    assertThat(delta.gone()).hasSize(1);
    assertThat(delta.arrived()).hasSize(1);
    assertThat(delta.arrived().getFirst().address()).isEqualTo(before.getFirst().address());
  }

  @Test
  void aDriverThatTakesADeviceIsAChangeOfIt() throws Exception {
    sysfs.plugSilentHid("1-1", MODEL, "");
    List<UsbDevice> before = look();
    sysfs.bindDriver("1-1", "usbhid");
    DeviceDelta delta = DeviceDelta.between(before, look());
    assertThat(delta.changed()).extracting(UsbDevice::place).containsExactly("1-1");
    assertThat(delta.arrived()).isEmpty();
    assertThat(delta.gone()).isEmpty();
  }

  @Test
  void goneAloneBringsNothing() throws Exception {
    sysfs.plugCdc("1-1", MODEL, "A", "ttyACM0");
    DeviceDelta delta = DeviceDelta.between(look(), List.of());
    assertThat(delta.bringsSomething()).isFalse();
    assertThat(delta.isEmpty()).isFalse();
  }

  /** Applying a delta to what was there gives what is there, whatever was plugged. */
  @Property(tries = 200)
  void aDeltaIsTheWholeDifference(@ForAll long seed) {
    Random random = new Random(seed);
    List<UsbDevice> before = SomeUsbDevices.some(random);
    List<UsbDevice> after = SomeUsbDevices.some(random);
    DeviceDelta delta = DeviceDelta.between(before, after);
    List<UsbDevice> patched = new ArrayList<>(before);
    patched.removeAll(delta.gone());
    patched.removeIf(
        device -> delta.changed().stream().anyMatch(c -> c.place().equals(device.place())));
    Stream.of(delta.arrived(), delta.changed()).forEach(patched::addAll);
    assertThat(patched).containsExactlyInAnyOrderElementsOf(after);
  }

  private List<UsbDevice> look() {
    return new SysfsScan(folder).scan();
  }
}
