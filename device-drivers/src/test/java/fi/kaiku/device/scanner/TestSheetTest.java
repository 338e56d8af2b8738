package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sheet that technicians scan holds the codes that the probe knows, for any reader. */
@Timeout(60)
class TestSheetTest {
  private static final Path SHEET = Path.of("scanner-test-sheet.svg");
  private static final Pattern BAR =
      Pattern.compile("<rect x=\"(\\d+)\" y=\"(\\d+)\" width=\"(\\d+)\" height=\"(\\d+)\"/>");
  private static final int WIDTH = 500;
  private static final int HEIGHT = 400;

  /** Dots of the picture for each unit of the drawing. */
  private static final int DOTS = 3;

  private static final Path ZBARIMG = Path.of("/usr/bin/zbarimg");

  @TempDir Path folder;

  @Test
  void anotherReaderReadsTheThreeCodes() throws Exception {
    boolean installed = Files.isExecutable(ZBARIMG);
    if (System.getenv("CI") != null) {
      assertThat(installed).as("zbarimg, of the package zbar-tools, is installed").isTrue();
    }
    assumeTrue(installed, "zbarimg is not installed: apt-get install zbar-tools");
    Path picture = folder.resolve("sheet.pgm");
    Files.write(picture, picture());
    Process zbar =
        new ProcessBuilder(ZBARIMG.toString(), "--quiet", picture.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> read =
        new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(zbar.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(read)
        .containsExactlyInAnyOrder(
            "CODE-39:" + TestCode.ID.text(),
            "CODE-39:" + TestCode.SIGNS.text(),
            "QR-Code:" + TestCode.MIXED.text());
  }

  /** The drawing as dots (netpbm's grey map). */
  private static byte[] picture() throws IOException {
    byte[] head =
        "P5 %d %d 255\n".formatted(WIDTH * DOTS, HEIGHT * DOTS).getBytes(StandardCharsets.US_ASCII);
    byte[] file = Arrays.copyOf(head, head.length + WIDTH * DOTS * HEIGHT * DOTS);
    Arrays.fill(file, head.length, file.length, (byte) 255);
    Matcher bars = BAR.matcher(Files.readString(SHEET));
    while (bars.find()) {
      int left = Integer.parseInt(bars.group(1)) * DOTS;
      int top = Integer.parseInt(bars.group(2)) * DOTS;
      int right = left + Integer.parseInt(bars.group(3)) * DOTS;
      int bottom = top + Integer.parseInt(bars.group(4)) * DOTS;
      for (int y = top; y < bottom; y++) {
        int row = head.length + y * WIDTH * DOTS;
        Arrays.fill(file, row + left, row + right, (byte) 0);
      }
    }
    return file;
  }
}
