package fi.kaiku.device.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.discovery.Sighting.Absent;
import fi.kaiku.device.discovery.Sighting.Found;
import fi.kaiku.device.discovery.Sighting.KnownBy;
import fi.kaiku.device.discovery.Sighting.Twins;
import fi.kaiku.device.port.PortAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SightingTest {
  @TempDir Path folder;
  private FakeSysfs sysfs;

  @BeforeEach
  void mount() {
    sysfs = new FakeSysfs(folder);
  }

  @Test
  void aSerialNumberIsKnownInAnySocketUnderAnyNumber() throws Exception {
    sysfs.plugCdc("1-1", "05f9:4204", "A", "ttyACM0");
    sysfs.plugCdc("1-2", "05f9:4204", "B", "ttyACM1");
    assertFound("usb:05f9:4204:B", "1-2", KnownBy.SERIAL_NUMBER);
    sysfs.unplug("1-2");
    assertThat(sighting("usb:05f9:4204:B")).isEqualTo(new Absent());
    sysfs.plugCdc("2-4.1", "05f9:4204", "B", "ttyACM7");
    assertFound("usb:05f9:4204:B", "2-4.1", KnownBy.SERIAL_NUMBER);
  }

  @Test
  void anotherUnitOfTheSameModelIsNotTheDevice() throws Exception {
    sysfs.plugCdc("1-1", "05f9:4204", "A", "ttyACM0");
    assertThat(sighting("usb:05f9:4204:B")).isEqualTo(new Absent());
    assertThat(sighting("usb:05f9:4205")).isEqualTo(new Absent());
  }

  @Test
  void withoutSerialNumberTheOnlyOneOfItsModelIsIt() throws Exception {
    sysfs.plugCdc("1-3", "05f9:4204", "", "ttyACM0");
    assertFound("usb:05f9:4204", "1-3", KnownBy.ONLY_ONE_OF_ITS_MODEL);
    assertFound("usb:05f9:4204@1-9", "1-3", KnownBy.ONLY_ONE_OF_ITS_MODEL);
  }

  @Test
  void twinsAreKnownByTheirSocket() throws Exception {
    sysfs.plugCdc("1-1", "05f9:4204", "", "ttyACM0");
    sysfs.plugCdc("1-2", "05f9:4204", "", "ttyACM1");
    assertFound("usb:05f9:4204@1-2", "1-2", KnownBy.SOCKET);
    assertThat(sighting("usb:05f9:4204@1-2").words()).contains("twins").contains("1-2");
    assertThat(sighting("usb:05f9:4204")).isInstanceOf(Twins.class);
    assertThat(sighting("usb:05f9:4204@1-3").words()).contains("@1-1 or @1-2");
  }

  @Test
  void twinsMayShareASerialNumber() throws Exception {
    sysfs.plugCdc("1-1", "05f9:4204", "0001", "ttyACM0");
    sysfs.plugCdc("1-2", "05f9:4204", "0001", "ttyACM1");
    assertFound("usb:05f9:4204:0001@1-1", "1-1", KnownBy.SOCKET);
    assertThat(sighting("usb:05f9:4204:0001")).isInstanceOf(Twins.class);
  }

  private void assertFound(String address, String place, KnownBy by) {
    assertThat(sighting(address))
        .isInstanceOfSatisfying(
            Found.class,
            found -> {
              assertThat(found.device().place()).isEqualTo(place);
              assertThat(found.by()).isEqualTo(by);
            });
  }

  private Sighting sighting(String address) {
    return Sighting.of((PortAddress.Usb) PortAddress.parse(address), new SysfsScan(folder).scan());
  }
}
