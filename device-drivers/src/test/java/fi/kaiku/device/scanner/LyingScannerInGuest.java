package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceHealth.Troubled;
import fi.kaiku.device.DeviceHealth.Working;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.lab.Lab;
import fi.kaiku.device.port.PortAddress;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A device that is not what its descriptors say, while an honest one works beside it. */
@Timeout(120)
class LyingScannerInGuest {
  private static final PortAddress.Usb LIAR =
      (PortAddress.Usb) PortAddress.parse("usb:1209:0003:LIAR001");
  private static final PortAddress.Usb HONEST =
      (PortAddress.Usb) PortAddress.parse("usb:1209:0002:CDC0001");
  private static final int REPORT_BYTES = 64;
  private static final int RUBBISH = 40;

  private final ScannerEars liar = new ScannerEars();
  private final ScannerEars honest = new ScannerEars();
  private final Scanner lying = LabScanners.scanner(LIAR, ScannerKind.HID_POS);
  private final Scanner beside = LabScanners.scanner(HONEST, ScannerKind.AUTO);
  private Lab lab;

  @BeforeEach
  void plug() throws Exception {
    lab = new Lab();
    lab.tell("make liar hidpos");
    lab.tell("liar serial LIAR001");
    lab.plugAfresh("cdc");
    beside.start(honest::hear, honest::feel);
    honest.awaitWorking();
  }

  @AfterEach
  void unplug() throws Exception {
    lying.close();
    beside.close();
    lab.tell("liar unplug");
    lab.close();
  }

  @Test
  void reportsOfRubbishAreToldAsAFaultUntilTheNextScan() throws Exception {
    lab.tell("liar plug");
    lying.start(liar::hear, liar::feel);
    liar.awaitWorking();
    Random random = new Random(20_261_123);
    for (int i = 0; i < RUBBISH; i++) {
      byte[] report = new byte[REPORT_BYTES];
      random.nextBytes(report);
      // The report of a scan, whose length is a lie.
      report[0] = 2;
      report[1] = (byte) 0xFF;
      lab.tell("liar raw 81 " + HexFormat.of().formatHex(report));
    }
    assertThat(liar.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_FAULTY);
    do {
      // Rubbish may have announced that it goes on: the first scan then counts as its end.
      lab.tell("liar scan-aim ]A0 HONESTNOW1");
    } while (liar.healths.poll(2, TimeUnit.SECONDS) == null);
    assertThat(lying.health()).isInstanceOf(Working.class);
    honestOneIsHeard();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A mouse.
        "05010902a1010901a100050919012903150025019503750181029501750581030501093009311581257f"
            + "750895028106c0c0",
        // Cut off in its first item, and nothing that has a meaning.
        "05",
        "ffffffffffffffffffffffffffffffff",
      })
  void aDescriptorOfSomethingElseIsNoScanner(String descriptor) throws Exception {
    lab.tell("liar report " + descriptor);
    lab.tell("liar plug");
    lying.start(liar::hear, liar::feel);
    assertThat(liar.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_WRONG_MODE);
    honestOneIsHeard();
  }

  @Test
  void aReportThatItNeverDescribedIsToldUntilTheNextScan() throws Exception {
    lab.tell("liar plug");
    lying.start(liar::hear, liar::feel);
    liar.awaitWorking();
    byte[] report = new byte[REPORT_BYTES];
    report[0] = 7;
    lab.tell("liar raw 81 " + HexFormat.of().formatHex(report));
    assertThat(liar.next()).isInstanceOf(UnreadableScan.class);
    Troubled trouble = liar.await(Troubled.class);
    assertThat(trouble.code()).isEqualTo(HealthCode.SCANNER_WRONG_MODE);
    assertThat(trouble.detail()).contains("report id 7");
    lab.tell("liar scan-aim ]A0 HONESTNOW1");
    assertThat(liar.nextText()).isEqualTo("HONESTNOW1");
    liar.await(Working.class);
    honestOneIsHeard();
  }

  private void honestOneIsHeard() throws Exception {
    lab.tell("cdc send BESIDE1234\\r");
    assertThat(honest.nextText()).isEqualTo("BESIDE1234");
    assertThat(honest.healths).isEmpty();
  }
}
