package fi.kaiku.device.linux;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * An open file of the kernel. One thread reads; {@link #close()} may come from any thread. Closing
 * a descriptor under a running call could hit another file that got its number, so close waits for
 * it, and no call runs for longer than {@link #LONGEST_WAIT}.
 */
public final class KernelFile implements AutoCloseable {
  private static final Logger LOG = System.getLogger(KernelFile.class.getName());

  /** How long {@link #close()} may have to wait; waiting longer costs more wake-ups. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(250);

  private static final int O_NONBLOCK = 0x800;
  private static final int O_CLOEXEC = 0x80000;
  private static final int AF_NETLINK = 16;
  private static final int SOCK_RAW = 3;
  private static final int NETLINK_KOBJECT_UEVENT = 15;

  /** struct sockaddr_nl: family, padding, port, groups; group 1 is what the kernel itself says. */
  private static final int NETLINK_ADDRESS_BYTES = 12;

  private static final int NETLINK_GROUPS_AT = 8;

  /** struct pollfd: descriptor, events wanted, events seen. */
  private static final int POLL_BYTES = 8;

  private static final int POLL_EVENTS_AT = 4;
  private static final short POLLIN = 1;

  private static final int EAGAIN = 11;
  private static final int EINTR = 4;

  /** More than any uevent (8 kB at most) or burst of input events. */
  private static final int READ_BYTES = 16_384;

  private final String name;
  private final int descriptor;
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();
  private final MemorySegment errno = Arena.ofAuto().allocate(Libc.ERRNO);
  private final MemorySegment poll = Arena.ofAuto().allocate(POLL_BYTES, Integer.BYTES);
  private final MemorySegment data = Arena.ofAuto().allocate(READ_BYTES);
  private final Owner owner;
  private boolean closed;

  /** Who closes the descriptor. */
  private enum Owner {
    THIS,
    ANOTHER
  }

  private KernelFile(String name, int descriptor, Owner owner) {
    this.name = name;
    this.descriptor = descriptor;
    this.owner = owner;
    poll.set(ValueLayout.JAVA_INT, 0, descriptor);
    poll.set(ValueLayout.JAVA_SHORT, POLL_EVENTS_AT, POLLIN);
  }

  /**
   * Opens a device file for reading.
   *
   * @throws KernelException when the kernel refuses
   */
  public static KernelFile open(Path device) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(Libc.ERRNO);
      MemorySegment path = arena.allocateFrom(device.toString());
      int descriptor = Libc.open(errno, path, O_NONBLOCK | O_CLOEXEC);
      if (descriptor < 0) {
        throw new KernelException("open " + device, Libc.errno(errno));
      }
      return new KernelFile(device.toString(), descriptor, Owner.THIS);
    }
  }

  /**
   * A file that this process has open already, by java.nio: what that can't do is done here. To be
   * closed before its channel, which frees the descriptor.
   *
   * @param device one that can be open once only, and is
   */
  public static KernelFile opened(Path device) throws IOException {
    Path real = device.toRealPath();
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.filter(link -> leadsTo(link, real))
          .findFirst()
          .map(link -> Integer.parseInt(link.getFileName().toString()))
          .map(descriptor -> new KernelFile(device.toString(), descriptor, Owner.ANOTHER))
          .orElseThrow(() -> new IOException(device + " is not open"));
    }
  }

  private static boolean leadsTo(Path link, Path real) {
    try {
      return Files.readSymbolicLink(link).equals(real);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  /**
   * A socket on which the kernel tells of devices that come and go; needs neither root nor udevd.
   */
  static KernelFile uevents() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(Libc.ERRNO);
      int type = SOCK_RAW | O_NONBLOCK | O_CLOEXEC;
      int descriptor = Libc.socket(errno, AF_NETLINK, type, NETLINK_KOBJECT_UEVENT);
      if (descriptor < 0) {
        throw new KernelException("open the socket of kernel events", Libc.errno(errno));
      }
      KernelFile socket = new KernelFile("kernel events", descriptor, Owner.THIS);
      MemorySegment address = arena.allocate(NETLINK_ADDRESS_BYTES, Integer.BYTES);
      address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_NETLINK);
      address.set(ValueLayout.JAVA_INT, NETLINK_GROUPS_AT, 1);
      if (Libc.bind(errno, descriptor, address) < 0) {
        socket.close();
        throw new KernelException("listen to kernel events", Libc.errno(errno));
      }
      return socket;
    }
  }

  /**
   * Waits for data.
   *
   * @return how many bytes were put at the start of {@code buffer}; 0 when the time-out passed
   * @throws KernelException when the device is gone
   * @throws IOException when the file was closed
   */
  public int read(byte[] buffer, Duration timeout) throws IOException {
    long end = System.nanoTime() + timeout.toNanos();
    while (true) {
      long left = Math.max(end - System.nanoTime(), 0);
      int count = readOnce(buffer, Duration.ofNanos(left));
      if (count > 0 || System.nanoTime() - end >= 0) {
        return count;
      }
    }
  }

  private int readOnce(byte[] buffer, Duration left) throws IOException {
    int millis = Math.toIntExact(Math.min(left.toMillis() + 1, LONGEST_WAIT.toMillis()));
    inUse.readLock().lock();
    try {
      ensureOpen();
      if (Libc.poll(errno, poll, millis) <= 0) {
        return 0;
      }
      int count = take(Math.min(buffer.length, READ_BYTES));
      MemorySegment.copy(data, ValueLayout.JAVA_BYTE, 0, buffer, 0, count);
      return count;
    } finally {
      inUse.readLock().unlock();
    }
  }

  private int take(int room) throws IOException {
    long count = Libc.read(errno, descriptor, data.asSlice(0, room));
    // From the printers that java.nio opened, an empty packet: it says nothing.
    if (count == 0 && owner == Owner.THIS) {
      throw new IOException("read " + name + ": it ended");
    }
    return count < 0 ? nothing(Libc.errno(errno)) : (int) count;
  }

  /**
   * Throws away what the kernel has kept so far. Also makes the next read quick: the first one of a
   * process takes a tenth of a second, in which the kernel's buffer could overflow.
   */
  public void discard() throws IOException {
    inUse.readLock().lock();
    try {
      ensureOpen();
      while (take(READ_BYTES) > 0) {
        LOG.log(Level.DEBUG, "{0}: something had come before", name);
      }
    } finally {
      inUse.readLock().unlock();
    }
  }

  private int nothing(int error) throws KernelException {
    if (error == EAGAIN || error == EINTR) {
      return 0;
    }
    throw new KernelException("read " + name, error);
  }

  /**
   * An ioctl whose argument is a number.
   *
   * @throws KernelException when the kernel refuses
   */
  public void control(long request, long value) throws IOException {
    MemorySegment state = Arena.ofAuto().allocate(Libc.ERRNO);
    inUse.readLock().lock();
    try {
      ensureOpen();
      if (Libc.ioctl(state, descriptor, request, value) < 0) {
        throw new KernelException("ioctl of " + name, Libc.errno(state));
      }
    } finally {
      inUse.readLock().unlock();
    }
  }

  /**
   * An ioctl that brings so many bytes.
   *
   * @throws KernelException when the kernel refuses
   */
  public byte[] ask(long request, int length) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment answer = arena.allocate(length, Long.BYTES);
      control(request, answer.address());
      return answer.toArray(ValueLayout.JAVA_BYTE);
    }
  }

  private void ensureOpen() throws IOException {
    if (closed) {
      throw new IOException(name + ": closed");
    }
  }

  /** Harmless when repeated. */
  @Override
  public void close() {
    inUse.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        if (owner == Owner.THIS) {
          Libc.close(Arena.ofAuto().allocate(Libc.ERRNO), descriptor);
        }
      }
    } finally {
      inUse.writeLock().unlock();
    }
  }
}
