package fi.kaiku.device.lab;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;

/**
 * One line on what came of a lab, in target/usb-lab; {@code kaiku test} closes with it. With {@code
 * USB_LAB=try} in the environment a lab that can't be had is skipped loudly, with {@code required}
 * it is a failure, and without it no lab is tried.
 *
 * @param file of the line
 * @param lab its name
 * @param lack what was not tried without it
 */
record LabSummary(String file, String lab, String lack) {
  void begin() {
    assumeTrue(System.getenv("USB_LAB") != null, "USB_LAB is not set: no emulated USB devices");
  }

  void write(String outcome) throws IOException {
    line(lab + ": " + outcome);
  }

  void notRun(String why) throws IOException {
    String words = lab + " NOT RUN, " + lack + ": " + why;
    line(words);
    System.getLogger(LabSummary.class.getName()).log(Level.WARNING, words);
    if ("required".equals(System.getenv("USB_LAB"))) {
      throw new AssertionError(words);
    }
    abort(words);
  }

  private void line(String words) throws IOException {
    Files.writeString(LabGuest.output(file), words + System.lineSeparator());
  }
}
