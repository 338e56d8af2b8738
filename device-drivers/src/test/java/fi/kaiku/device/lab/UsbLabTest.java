package fi.kaiku.device.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the tests named {@code ...InGuest} on a real Linux USB stack: in the guest of usb-lab, with
 * emulated scanners and a printer. What they wrote is in target/usb-lab.
 *
 * <p>They take minutes, so they run only with {@code USB_LAB} in the environment: {@code try} runs
 * them where the lab can be built and skips them loudly elsewhere, with {@code required} that is a
 * failure.
 */
@Timeout(1_200)
class UsbLabTest {
  private static final Path LAB = Path.of("usb-lab/usb-lab").toAbsolutePath();
  private static final int GUEST_SECONDS = 540;
  private static final List<String> TOOLS =
      List.of("qemu-system-x86_64", "mmdebstrap", "mke2fs", "python3");

  private static final String HID_POS = "fi.kaiku.device.scanner.HidPosScannerInGuest";
  private static final String REPLUG = "anUnpluggedScannerSaysSoAndWorksAgainAfterItIsBack";

  @TempDir static Path share;

  @BeforeAll
  static void buildLab() throws Exception {
    assumeTrue(System.getenv("USB_LAB") != null, "USB_LAB is not set: no emulated USB devices");
    List<String> missing = TOOLS.stream().filter(tool -> !isInstalled(tool)).toList();
    if (!missing.isEmpty()) {
      cannot("missing " + missing + ": apt-get install qemu-system-x86 mmdebstrap e2fsprogs");
    }
    Path log = output("build.log");
    int result = run(log, List.of(LAB.toString(), "build"));
    if (result != 0) {
      cannot("usb-lab build failed:\n" + Files.readString(log));
    }
    fillShare();
  }

  @Test
  void driversWorkOnARealUsbStack() throws Exception {
    guest("root.log", List.of(), "--scan-classpath=/share/classes --include-classname='.*InGuest'");
  }

  @Test
  void scannersAreFoundWithoutUdevd() throws Exception {
    guest("no-udev.log", List.of("--no-udev"), "-m=" + HID_POS + "#" + REPLUG);
  }

  private static void guest(String log, List<String> options, String tests) throws Exception {
    List<String> command = new ArrayList<>(List.of(LAB.toString(), "run"));
    command.addAll(options);
    command.addAll(List.of("--timeout", "" + GUEST_SECONDS, "--share", share.toString(), "--"));
    command.add(
        "java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED"
            + " --illegal-native-access=deny -Djava.awt.headless=true -cp '/share/classes:/share/lib/*'"
            + " org.junit.platform.console.ConsoleLauncher execute --disable-banner"
            + " --details=tree --disable-ansi-colors --fail-if-no-tests --exclude-engine=jqwik"
            + " "
            + tests);
    Path file = output(log);
    int result = run(file, command);
    assertThat(result).as("tests in the guest:%n%s", Files.readString(file)).isZero();
  }

  private static boolean isInstalled(String tool) {
    return Stream.of((System.getenv("PATH") + ":/usr/sbin:/sbin").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  private static void cannot(String why) {
    String words = "USB LAB NOT RUN, drivers were not tried on a real USB stack: " + why;
    System.getLogger(UsbLabTest.class.getName()).log(System.Logger.Level.WARNING, words);
    if ("required".equals(System.getenv("USB_LAB"))) {
      throw new AssertionError(words);
    }
    assumeTrue(false, words);
  }

  /** This JVM's own class path, for the guest. */
  private static void fillShare() throws IOException {
    Files.createDirectories(share.resolve("lib"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        copyFolder(path, share.resolve("classes"));
      } else if (Files.exists(path)) {
        Files.copy(
            path,
            share.resolve("lib").resolve(path.getFileName()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void copyFolder(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static Path output(String name) throws IOException {
    return Files.createDirectories(Path.of("target/usb-lab")).resolve(name);
  }

  private static int run(Path log, List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("USB_LAB_JDK", System.getProperty("java.home"));
    return builder.start().waitFor();
  }
}
