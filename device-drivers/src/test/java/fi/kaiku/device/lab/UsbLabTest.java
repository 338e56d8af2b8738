package fi.kaiku.device.lab;

import fi.kaiku.device.lab.LabGuest.NoLabException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the tests named {@code ...InGuest} on a real Linux USB stack: in the guest of usb-lab, with
 * emulated scanners and a printer. Each of them is a test here.
 *
 * <p>They take minutes, so they run only with {@code USB_LAB} in the environment: {@code try} runs
 * them where the lab can be built and skips them loudly elsewhere, with {@code required} that is a
 * failure. One line in target/usb-lab/summary says what came of it.
 */
@Timeout(1_800)
class UsbLabTest {
  private static final LabSummary SUMMARY =
      new LabSummary("summary", "USB LAB", "drivers were not tried on a real USB stack");

  private static final String HID_POS = "fi.kaiku.device.scanner.HidPosScannerInGuest";
  private static final String SCAN = "aScanIsHeardWithItsSymbology";
  private static final String UNPLUGGED =
      "unpluggedInTheMiddleOfATicketItIsUnknownAndTheNextOneIsWhole";
  private static final String REPLUG = "anUnpluggedScannerSaysSoAndWorksAgainAfterItIsBack";

  private static final String SEEN = "aDeviceIsSeenToGoAndToComeBackAsTheSame";
  private static final int SOAK_REPLUGS = 50;

  private static final String SCANNER = "fi.kaiku.device.scanner.";
  private static final String PRINTER = "fi.kaiku.device.printer.";

  private static final String PRINTER_REPLUG =
      "anUnpluggedPrinterSaysSoAndPrintsAgainAfterItIsBack";

  /** A re-plug over each way to a device: udevd has to give the group each new node. */
  private static final List<String> EVERY_KIND =
      List.of(
          SCANNER + "HidPosScannerInGuest#" + REPLUG,
          SCANNER + "KeyboardWedgeScannerInGuest#" + REPLUG,
          SCANNER + "EvdevScannerInGuest#" + REPLUG,
          SCANNER + "SerialCdcScannerInGuest#" + REPLUG,
          SCANNER + "SerialFtdiScannerInGuest#" + SCAN,
          PRINTER + "UsbPrinterInGuest#" + UNPLUGGED,
          PRINTER + "UsbPrinterInGuest#" + PRINTER_REPLUG,
          PRINTER + "LpPrinterInGuest#" + UNPLUGGED,
          PRINTER + "LpPrinterInGuest#" + PRINTER_REPLUG);

  /** The rules as a technician installs them, with the lab's scanners as confirmed ones. */
  private static final String AS_KAIKU =
      """
      groupadd --system kaiku; cp 70-kaiku.rules /etc/udev/rules.d/
      for id in 1209:0003:KAIKU_SCANNER 1209:0004:KAIKU_WEDGE 0627:0001:KAIKU_WEDGE; do
        set -- $(echo $id | tr : ' ')
        echo 'SUBSYSTEM=="usb|hidraw|input", ATTRS{idVendor}=="'$1'", ATTRS{idProduct}=="'$2'", ENV{'$3'}="1"'
      done > /etc/udev/rules.d/69-kaiku-confirmed.rules
      udevadm control --reload; udevadm trigger --action=add; udevadm settle -t 20
      setpriv --reuid=1000 --regid=1000 --groups=$(getent group kaiku | cut -d: -f3) env HOME=/tmp \
      """;

  private static final String AS_A_STRANGER =
      "setpriv --reuid=1001 --regid=1001 --clear-groups env HOME=/tmp ";

  @TempDir static Path share;

  private static LabGuest guest;
  private static int run;
  private static int failed;

  @BeforeAll
  static void buildLab() throws Exception {
    SUMMARY.begin();
    try {
      guest = LabGuest.build(share);
    } catch (NoLabException no) {
      SUMMARY.notRun(no.getMessage());
    }
  }

  @AfterAll
  static void summarise() throws IOException {
    if (guest != null) {
      SUMMARY.write("%d tests in the guest, %d failed".formatted(run, failed));
    }
  }

  @TestFactory
  Stream<DynamicTest> driversWorkOnARealUsbStack() throws Exception {
    return tests(
        guest.run("root", List.of(), "", "--scan-classpath=/share/classes -n='.*InGuest'"));
  }

  @TestFactory
  Stream<DynamicTest> scannersAreFoundWithoutUdevd() throws Exception {
    return tests(guest.run("no-udev", List.of("--no-udev"), "", "-m=" + HID_POS + "#" + REPLUG));
  }

  /** In {@code kaiku soak}: every way of unplugging and plugging in, many times. */
  @TestFactory
  @EnabledIfSystemProperty(named = "kaiku.soak", matches = "true")
  Stream<DynamicTest> replugsDoNotWearOut() throws Exception {
    return Stream.concat(
        replugs("replugs", REPLUG + "|" + SEEN), replugs("printer-replugs", PRINTER_REPLUG));
  }

  private static Stream<DynamicTest> replugs(String name, String methods) throws Exception {
    return tests(
        guest.run(
            name,
            List.of(),
            "USB_LAB_REPLUGS=" + SOAK_REPLUGS + " ",
            "--scan-classpath=/share/classes -n='.*InGuest' --include-methodname='.*#("
                + methods
                + ")'"));
  }

  @TestFactory
  Stream<DynamicTest> theGroupKaikuMayUseEveryDeviceByOurRules() throws Exception {
    String methods = String.join(" ", EVERY_KIND.stream().map(method -> "-m=" + method).toList());
    return tests(
        guest.run("kaiku", List.of(), AS_KAIKU, methods + " -c=fi.kaiku.device.lab.RulesInLab"));
  }

  @TestFactory
  Stream<DynamicTest> aStrangerIsToldThatRightsAreMissing() throws Exception {
    return tests(
        guest.run("stranger", List.of(), AS_A_STRANGER, "-c=fi.kaiku.device.lab.NoRightsInLab"));
  }

  private static Stream<DynamicTest> tests(List<GuestResult> results) {
    run += results.size();
    failed += (int) results.stream().filter(GuestResult::isFailure).count();
    return results.stream().map(UsbLabTest::test);
  }

  private static DynamicTest test(GuestResult result) {
    return DynamicTest.dynamicTest(
        result.suite() + " " + result.name(),
        () -> {
          if (result.isFailure()) {
            throw new AssertionError("in the guest: " + result.failure());
          }
        });
  }
}
