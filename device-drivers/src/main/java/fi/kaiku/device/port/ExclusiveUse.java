package fi.kaiku.device.port;

import fi.kaiku.device.linux.KernelException;
import fi.kaiku.device.linux.KernelFile;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps other programs off a serial line that this one has open: two readers would each get a part
 * of a scan. The library's own lock (flock) stops only programs that ask for one; after TIOCEXCL
 * (ioctl_tty(2)) the kernel refuses everybody but root. Root is let through, so before it takes a
 * line it asks whether somebody has, and leaves that one alone.
 */
final class ExclusiveUse implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ExclusiveUse.class.getName());

  private static final long TIOCEXCL = 0x540C;
  private static final long TIOCNXCL = 0x540D;

  /** Brings an int: not 0 when the line was taken. */
  private static final long TIOCGEXCL = 0x8004_5440L;

  private static final Path PROCESSES = Path.of("/proc");
  private static final Path PSEUDO_TERMINALS = Path.of("/dev/pts");
  private static final Path MASTERS = Path.of("/dev/ptmx");

  private final KernelFile line;

  private ExclusiveUse(KernelFile line) {
    this.line = line;
  }

  /**
   * Takes a line. Where its driver knows of no such thing, the lock alone must do.
   *
   * @param device open in this process
   * @throws PortUnavailableException when another program has taken it before
   */
  static ExclusiveUse take(Path device) throws IOException {
    KernelFile line = KernelFile.opened(device);
    try {
      if (isTaken(line) && othersHave(device.toRealPath())) {
        throw new PortUnavailableException(
            Reason.HELD_BY_OTHER, "open " + device + ": another program has taken it", null);
      }
      line.control(TIOCEXCL, 0);
    } catch (KernelException unknown) {
      LOG.log(Level.INFO, "{0}: only a lock keeps others off: {1}", device, unknown.getMessage());
    }
    return new ExclusiveUse(line);
  }

  private static boolean isTaken(KernelFile line) throws IOException {
    for (byte part : line.ask(TIOCGEXCL, Integer.BYTES)) {
      if (part != 0) {
        return true;
      }
    }
    return false;
  }

  /** A pseudo-terminal stays taken when the program that took it dies: nobody uses it then. */
  private static boolean othersHave(Path device) throws IOException {
    Path self = PROCESSES.resolve(Long.toString(ProcessHandle.current().pid()));
    try (Stream<Path> all = Files.list(PROCESSES)) {
      return all.filter(process -> Character.isDigit(process.getFileName().toString().charAt(0)))
          .filter(process -> !process.equals(self))
          .map(ExclusiveUse::openFiles)
          .anyMatch(open -> open.contains(device) && !plays(device, open));
    }
  }

  /** The program that plays the device on a pseudo-terminal has both its ends. */
  private static boolean plays(Path device, Set<Path> open) {
    return device.startsWith(PSEUDO_TERMINALS) && open.contains(MASTERS);
  }

  private static Set<Path> openFiles(Path process) {
    try (Stream<Path> links = Files.list(process.resolve("fd"))) {
      return links.map(ExclusiveUse::target).collect(Collectors.toUnmodifiableSet());
    } catch (IOException | UncheckedIOException endedOrNotOurs) {
      return Set.of();
    }
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException closedMeanwhile) {
      return link;
    }
  }

  /** Lets others open it again; before the line itself is closed, which frees the descriptor. */
  @Override
  public void close() {
    try {
      line.control(TIOCNXCL, 0);
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "the line that was taken is gone: {0}", gone.getMessage());
    }
    line.close();
  }
}
