package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.device.discovery.FakeSysfs;
import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.discovery.UsbDevice;
import fi.kaiku.device.discovery.UsbFunction;
import fi.kaiku.device.discovery.UsbFunction.Kind;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScannerFunctionTest {
  private static final String HID_POS = "058c0902a1010912a1027508950109fe8102c0c0";
  private static final String KEYBOARD = "05010906a10105077508950119e029e78102c0";
  private static final String MODEL = "0c2e:0b61";

  @TempDir Path folder;
  private FakeSysfs sysfs;

  @BeforeEach
  void mount() {
    sysfs = new FakeSysfs(folder);
  }

  @Test
  void withoutAKindTheDeviceItselfTells() throws Exception {
    sysfs.plugCdc("1-1", MODEL, "", "ttyACM3");
    assertThat(chosen(ScannerKind.AUTO).kind()).isEqualTo(Kind.SERIAL_LINE);
    sysfs.unplug("1-1");
    sysfs.plugHid("1-1", MODEL, "", HID_POS);
    assertThat(chosen(ScannerKind.AUTO).kind()).isEqualTo(Kind.HID_POS);
    sysfs.unplug("1-1");
    sysfs.plugHid("1-1", MODEL, "", KEYBOARD);
    assertThat(chosen(ScannerKind.AUTO).kind()).isEqualTo(Kind.KEYBOARD);
  }

  @Test
  void aHidThatNoDriverHasIsToBeAsked() throws Exception {
    sysfs.plugSilentHid("1-1", MODEL, "");
    assertThat(chosen(ScannerKind.AUTO).isUnaskedHid()).isTrue();
    assertThat(chosen(ScannerKind.HID_POS).isUnaskedHid()).isTrue();
    assertThat(chosen(ScannerKind.KEYBOARD).isUnaskedHid()).isTrue();
    assertRefused(ScannerKind.SERIAL, Reason.NOT_READY);
  }

  @ParameterizedTest
  @EnumSource(ScannerKind.class)
  void whatAnotherProgramHasClaimedIsLeftToIt(ScannerKind kind) throws Exception {
    sysfs.plugSilentHid("1-1", MODEL, "usbfs");
    assertRefused(kind, Reason.HELD_BY_OTHER);
  }

  @ParameterizedTest
  @EnumSource(ScannerKind.class)
  void aPrinterIsNoScanner(ScannerKind kind) throws Exception {
    sysfs.plugPrinter("1-1", MODEL, "");
    assertRefused(kind, Reason.WRONG_MODE);
  }

  @ParameterizedTest
  @EnumSource(ScannerKind.class)
  void aDeviceThatWasJustPluggedInIsWaitedFor(ScannerKind kind) throws Exception {
    sysfs.plugSilentHid("1-1", MODEL, "usbhid");
    assertRefused(kind, Reason.NOT_READY);
  }

  @Test
  void aScannerInAnotherModeThanWasSetUpIsSaidToBe() throws Exception {
    sysfs.plugHid("1-1", MODEL, "", KEYBOARD);
    assertRefused(ScannerKind.HID_POS, Reason.WRONG_MODE);
    assertRefused(ScannerKind.SERIAL, Reason.WRONG_MODE);
  }

  private void assertRefused(ScannerKind kind, Reason reason) {
    assertThatThrownBy(() -> chosen(kind))
        .isInstanceOfSatisfying(
            PortUnavailableException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining("1-1");
  }

  private UsbFunction chosen(ScannerKind kind) throws PortUnavailableException {
    UsbDevice device = new SysfsScan(folder).scan().getFirst();
    return ScannerFunction.of(device, kind);
  }
}
