package fi.kaiku.device.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.discovery.UsbDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What udevd made of our rules, in the guest; UsbLabTest installs them and runs this. */
class RulesInLab {
  private static final int CONFIRMED_KEYBOARD = 0x0004;

  private final SysfsScan devices = new SysfsScan(Path.of("/sys"));
  private Lab lab;

  @BeforeEach
  void plug() throws Exception {
    lab = new Lab();
    for (String device : List.of("wedge", "hidpos", "cdc", "printer")) {
      lab.plugAfresh(device);
    }
  }

  @AfterEach
  void leave() throws Exception {
    lab.close();
  }

  @Test
  void everyNodeBelongsToTheGroupAndNobodyElse() throws Exception {
    List<Path> nodes = nodes(device -> true).toList();
    assertThat(nodes).hasSizeGreaterThanOrEqualTo(5);
    for (Path node : nodes) {
      assertThat(Files.getAttribute(node, "unix:gid")).as("%s", node).isEqualTo(ownGroup());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(node)))
          .as("%s", node)
          .isEqualTo("rw-rw----");
    }
  }

  @Test
  void theDesktopIgnoresAConfirmedKeyboard() throws Exception {
    List<Path> inputs =
        nodes(device -> device.product() == CONFIRMED_KEYBOARD)
            .filter(node -> node.startsWith("/dev/input"))
            .toList();
    assertThat(inputs).isNotEmpty();
    for (Path input : inputs) {
      assertThat(udevProperties(input))
          .contains("E:LIBINPUT_IGNORE_DEVICE=1")
          .doesNotContain("E:ID_INPUT=1", "E:ID_INPUT_KEYBOARD=1");
    }
  }

  /** Of the devices plugged in above: the lab's maker number. */
  private Stream<Path> nodes(Predicate<UsbDevice> which) {
    return devices.scan().stream()
        .filter(device -> device.vendor() == 0x1209)
        .filter(which)
        .flatMap(device -> device.functions().stream())
        .flatMap(function -> function.nodes().stream())
        .map(Path::of)
        // The kernel's events of a HID that is no input device: root's, and nobody here reads them.
        .filter(node -> !node.toString().contains("hiddev"))
        // A keyboard that nobody confirmed, or a scanner's, keeps its input node.
        .filter(node -> !node.startsWith("/dev/input") || Files.isReadable(node));
  }

  private static Object ownGroup() throws IOException {
    String groups =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("Groups:"))
            .findFirst()
            .orElseThrow();
    return Integer.parseInt(groups.substring("Groups:".length()).strip());
  }

  /** udevd's own record of a node, named by its device numbers. */
  private static List<String> udevProperties(Path node) throws IOException {
    long numbers = (long) Files.getAttribute(node, "unix:rdev");
    long major = (numbers >> 8) & 0xfff;
    long minor = (numbers & 0xff) | ((numbers >> 12) & 0xfff00);
    return Files.readAllLines(Path.of("/run/udev/data/c" + major + ":" + minor));
  }
}
