package fi.kaiku.device.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The guest of usb-lab with this JVM's own class path in a folder that both see. What a run wrote
 * is in target/usb-lab.
 */
final class LabGuest {
  private static final Path LAB = Path.of("usb-lab/usb-lab").toAbsolutePath();
  private static final Path OUTPUT = Path.of("target/usb-lab");
  private static final Path UDEV_RULES = Path.of("../provisioning/udev/70-kaiku.rules");

  /** Without KVM all tests take about five minutes on two cores. */
  private static final int GUEST_SECONDS = 900;

  private static final List<String> TOOLS =
      List.of("qemu-system-x86_64", "mmdebstrap", "mke2fs", "python3");

  private static final String JUNIT =
      "java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED"
          + " --illegal-native-access=deny -Djava.awt.headless=true"
          + " -cp '/share/classes:/share/lib/*'"
          + " org.junit.platform.console.ConsoleLauncher execute --disable-banner"
          + " --details=tree --disable-ansi-colors --fail-if-no-tests --exclude-engine=jqwik ";

  private final Path share;

  private LabGuest(Path share) {
    this.share = share;
  }

  /** The lab can't be had on this machine. */
  static final class NoLabException extends Exception {
    private static final long serialVersionUID = 1L;

    NoLabException(String why) {
      super(why);
    }
  }

  /**
   * Makes the guest's image, or finds it made.
   *
   * @param share an empty folder
   */
  static LabGuest build(Path share) throws NoLabException, IOException, InterruptedException {
    need(TOOLS, "apt-get install qemu-system-x86 mmdebstrap e2fsprogs python3");
    Path log = output("build.log");
    if (run(log, List.of(LAB.toString(), "build")) != 0) {
      throw new NoLabException("usb-lab build failed: " + Files.readString(log));
    }
    Files.setPosixFilePermissions(share, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.copy(UDEV_RULES, share.resolve(UDEV_RULES.getFileName()));
    OwnClassPath.copy(share.resolve("classes"), share.resolve("lib"));
    return new LabGuest(share);
  }

  /** A file of what the lab says. */
  static Path output(String name) throws IOException {
    return Files.createDirectories(OUTPUT).resolve(name);
  }

  /**
   * Runs tests in the guest.
   *
   * @param name of this run, for its files
   * @param options of {@code usb-lab run}
   * @param before a shell line that comes first; the last word of it may start the tests as
   *     somebody else
   * @param tests what JUnit's console launcher is to choose
   */
  List<GuestResult> run(String name, List<String> options, String before, String tests)
      throws IOException, InterruptedException {
    Path reports = Files.createDirectory(share.resolve("reports-" + name));
    // Who runs the tests in the guest may be no root.
    Files.setPosixFilePermissions(reports, PosixFilePermissions.fromString("rwxrwxrwx"));
    List<String> command = new ArrayList<>(List.of(LAB.toString(), "run"));
    command.addAll(options);
    command.addAll(List.of("--timeout", "" + GUEST_SECONDS, "--share", share.toString(), "--"));
    command.add(before + JUNIT + "--reports-dir=/share/" + reports.getFileName() + " " + tests);
    Path log = output(name + ".log");
    int exit = run(log, command);
    Path report = reports.resolve("TEST-junit-jupiter.xml");
    assertThat(report).as("the guest's report; it wrote:%n%s", Files.readString(log)).exists();
    List<GuestResult> results = GuestResult.readAll(report);
    boolean anyFailed = results.stream().anyMatch(GuestResult::isFailure);
    assertThat(exit == 0 || anyFailed)
        .as("exit code %s explained by a failed test; the guest wrote:%n%s", exit, log)
        .isTrue();
    return results;
  }

  /** Fails when one of these programs is not there. */
  static void need(List<String> tools, String remedy) throws NoLabException {
    List<String> missing = tools.stream().filter(tool -> !isInstalled(tool)).toList();
    if (!missing.isEmpty()) {
      throw new NoLabException("missing " + missing + ": " + remedy);
    }
  }

  private static boolean isInstalled(String tool) {
    return Stream.of((System.getenv("PATH") + ":/usr/sbin:/sbin").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  /** Runs a program of the lab to its end. */
  static int run(Path log, List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("USB_LAB_JDK", System.getProperty("java.home"));
    return builder.start().waitFor();
  }
}
