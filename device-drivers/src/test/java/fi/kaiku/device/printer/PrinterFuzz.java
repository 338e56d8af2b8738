package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What must hold for any bytes from a printer, or in a profile file. */
public final class PrinterFuzz {
  private PrinterFuzz() {}

  /** Any chunking gives the same reports, and no report is larger than what came. */
  public static void status(byte[] data) {
    List<PrinterReport> whole = new ArrayList<>();
    new StatusDecoder(whole::add).accept(data, data.length);
    List<PrinterReport> byBytes = new ArrayList<>();
    StatusDecoder decoder = new StatusDecoder(byBytes::add);
    for (byte one : data) {
      decoder.accept(new byte[] {one}, 1);
    }
    assertThat(byBytes).isEqualTo(whole);
    assertThat(whole.size()).isLessThanOrEqualTo(data.length);
    for (PrinterReport report : whole) {
      if (report instanceof PrinterReport.Block block) {
        assertThat(block.text().length()).isLessThanOrEqualTo(StatusDecoder.LONGEST_BLOCK);
      }
    }
  }

  /** Never fails, whatever a printer calls itself. */
  public static void ieee1284(byte[] data) {
    Ieee1284Id id = Ieee1284Id.parse(new String(data, StandardCharsets.ISO_8859_1));
    assertThat(id.toString()).isNotNull();
    assertThat(id.speaksStar()).isIn(true, false);
  }

  /** A file is read, or refused in words; nothing else. */
  public static void profiles(byte[] data) {
    try {
      ProfileFile file = ProfileFile.parse(new String(data, StandardCharsets.UTF_8));
      assertThat(file.names()).hasSameSizeAs(file.all());
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  /** Real answers to begin with: ASB, DLE EOT, GS r, GS I, GS ( H, XON. */
  public static List<byte[]> answers() {
    return List.of(
        new byte[] {0x14, 0, 0, 0x0F, 0x16, 0x12, 0x00},
        "_EPSON\0_TM-T88V\0007\42ABCD\0".getBytes(StandardCharsets.ISO_8859_1),
        new byte[] {0x11, 0x13, 0x3C, 0x08, 0x60, 0x0F, 0x7E, (byte) 0xFF});
  }

  public static List<byte[]> ids() {
    return Arrays.asList(
        "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;CLS:PRINTER;".getBytes(StandardCharsets.US_ASCII),
        "MANUFACTURER:Star;COMMAND SET:STAR;MODEL:TSP143;".getBytes(StandardCharsets.US_ASCII));
  }

  /** The file that is shipped. */
  public static List<byte[]> profileFiles() {
    try (var in = PrinterFuzz.class.getResourceAsStream("printer-profiles.conf")) {
      return List.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
