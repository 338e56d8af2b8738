package fi.kaiku.device.usb;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.usb.HidField.Content;
import fi.kaiku.device.usb.HidField.Report;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

public class HidReportDescriptorTest {
  /** HID 1.11, appendix E.6: the boot keyboard. */
  public static final String BOOT_KEYBOARD =
      "05010906a101050719e029e715002501750195088102950175088103950575010508190129059102950175039103"
          + "95067508150025650507190029658100c0";

  /** As Access-IS scanners describe themselves: 64-byte report, id 2. */
  public static final String HID_POS =
      "058c0902a1010912a1028502150026ff0075089501"
          + "0501093b8102"
          + "058c950309fb09fc09fd8102"
          + "953809fe820201"
          + "95020666ff09048102"
          + "9501058c09ff8102c0"
          + "0914a1028504150025017501950109009102950791"
          + "03c0c0";

  @Test
  void aBootKeyboardHasModifiersAndSixKeys() {
    HidReportDescriptor keyboard = parse(BOOT_KEYBOARD);
    assertThat(keyboard.hasKeyboard()).isTrue();
    assertThat(keyboard.hasBarCodeScanner()).isFalse();
    HidField modifiers = keyboard.fields().getFirst();
    assertThat(modifiers.bits()).isEqualTo(1);
    assertThat(modifiers.count()).isEqualTo(8);
    assertThat(modifiers.indexOf(new HidUsage(HidUsage.KEYBOARD_KEYS, 0xE1))).isEqualTo(1);
    HidField keys =
        keyboard.fields().stream()
            .filter(f -> f.content() == Content.ARRAY)
            .findFirst()
            .orElseThrow();
    assertThat(keys.byteOffset(0)).isEqualTo(2);
    assertThat(keys.count()).isEqualTo(6);
    assertThat(keyboard.inputLength(0)).hasValue(8);
  }

  @Test
  void aBarCodeScannerTellsWhereItsDataIs() {
    HidReportDescriptor scanner = parse(HID_POS);
    assertThat(scanner.hasBarCodeScanner()).isTrue();
    assertThat(scanner.hasKeyboard()).isFalse();
    HidField data = scanner.inputsWith(new HidUsage(0x8C, 0xFE)).getFirst();
    assertThat(data.reportId()).isEqualTo(2);
    assertThat(data.byteOffset(0)).isEqualTo(5);
    assertThat(data.count()).isEqualTo(56);
    HidField symbology = scanner.inputsWith(new HidUsage(0x8C, 0xFC)).getFirst();
    assertThat(symbology.byteOffset(symbology.indexOf(new HidUsage(0x8C, 0xFC)))).isEqualTo(3);
    assertThat(scanner.inputsWith(new HidUsage(0x8C, 0xFF)).getFirst().byteOffset(0)).isEqualTo(63);
    assertThat(scanner.inputLength(2)).hasValue(64);
    assertThat(scanner.inputLength(9)).isEmpty();
    assertThat(scanner.fields()).extracting(HidField::report).contains(Report.OUTPUT);
  }

  @Test
  void aPageInTheUsageItselfAndPushAndPopAreKept() {
    HidReportDescriptor pushed =
        parse("058c0902a101" + "a40501b4" + "0bfe008c00" + "7508" + "9504" + "8102" + "09fe8102c0");
    assertThat(pushed.inputsWith(new HidUsage(0x8C, 0xFE))).hasSize(2);
  }

  @Test
  void whatIsCutOffIsLeftOut() {
    byte[] whole = HexFormat.of().parseHex(HID_POS);
    int fields = parse(HID_POS).fields().size();
    for (int cut = 0; cut < whole.length; cut++) {
      assertThat(HidReportDescriptor.parse(Arrays.copyOf(whole, cut)).fields())
          .hasSizeLessThanOrEqualTo(fields);
    }
  }

  @Test
  void absurdSizesAreLeftOut() {
    assertThat(parse("058c0902a10177ffffffff97ffffffff8102c0").fields()).isEmpty();
    assertThat(parse("058c0902a1017508" + "97ffffff7f" + "8102c0").fields()).isEmpty();
    assertThat(parse("058c0902a10175009500" + "8102c0").fields()).isEmpty();
  }

  @Property
  void noBytesMakeItThrowOrGrow(@ForAll byte[] garbage) {
    HidReportDescriptor parsed = HidReportDescriptor.parse(garbage);
    assertThat(parsed.fields()).hasSizeLessThanOrEqualTo(512);
    assertThat(parsed.fields()).allMatch(f -> f.byteOffset(f.count() - 1) < 65_536);
  }

  private static HidReportDescriptor parse(String hex) {
    return HidReportDescriptor.parse(HexFormat.of().parseHex(hex));
  }
}
