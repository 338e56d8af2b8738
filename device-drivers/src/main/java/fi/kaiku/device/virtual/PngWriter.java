package fi.kaiku.device.virtual;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A PNG file of 8-bit palette colours with transparency (PNG specification, third edition: chunks
 * IHDR, PLTE, tRNS, IDAT, IEND), written row by row so that no picture is ever held in memory. The
 * desktop classes that could do the same cost the terminal's small heap several megabytes.
 */
final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
  private static final int EIGHT_BITS = 8;
  private static final int PALETTE_COLOURS = 3;
  private static final byte NO_FILTER = 0;

  /** Fills one row with palette indexes. */
  interface Rows {
    void fill(int y, byte[] row);
  }

  private PngWriter() {}

  static byte[] write(int width, int height, int[] argbPalette, Rows rows) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      file.writeBytes(SIGNATURE);
      chunk(file, "IHDR", header(width, height));
      chunk(file, "PLTE", colours(argbPalette));
      chunk(file, "tRNS", opacities(argbPalette));
      chunk(file, "IDAT", pixels(width, height, rows));
      chunk(file, "IEND", new byte[0]);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return file.toByteArray();
  }

  private static byte[] header(int width, int height) throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(data);
    out.writeInt(width);
    out.writeInt(height);
    out.write(new byte[] {EIGHT_BITS, PALETTE_COLOURS, 0, 0, 0});
    return data.toByteArray();
  }

  private static byte[] colours(int[] palette) {
    byte[] data = new byte[palette.length * 3];
    for (int i = 0; i < palette.length; i++) {
      data[i * 3] = (byte) (palette[i] >> 16);
      data[i * 3 + 1] = (byte) (palette[i] >> 8);
      data[i * 3 + 2] = (byte) palette[i];
    }
    return data;
  }

  private static byte[] opacities(int[] palette) {
    byte[] data = new byte[palette.length];
    for (int i = 0; i < palette.length; i++) {
      data[i] = (byte) (palette[i] >>> 24);
    }
    return data;
  }

  private static byte[] pixels(int width, int height, Rows rows) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (OutputStream out = new DeflaterOutputStream(packed, deflater)) {
      byte[] row = new byte[width];
      for (int y = 0; y < height; y++) {
        rows.fill(y, row);
        out.write(NO_FILTER);
        out.write(row);
      }
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    DataOutputStream out = new DataOutputStream(file);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) check.getValue());
  }
}
