package fi.kaiku.device.port;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What java.nio can't do with a character device that it has opened: wait for bytes with a time
 * limit, and ioctl. Linux only (its poll, read, ioctl). The channel owns the descriptor; nothing
 * here may run once it is closed.
 */
public final class DeviceFile {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout CAPTURE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      CAPTURE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  /** int poll(struct pollfd *, unsigned long, int); a pollfd is int, short, short. */
  private static final MethodHandle POLL =
      function(
          "poll",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT));

  private static final MethodHandle READ =
      function(
          "read",
          FunctionDescriptor.of(
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG));

  private static final MethodHandle IOCTL =
      function(
          "ioctl",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_LONG,
              ValueLayout.ADDRESS),
          Linker.Option.firstVariadicArg(2));

  private static final int POLLFD_BYTES = 8;
  private static final int EVENTS_AT = 4;
  private static final int REVENTS_AT = 6;
  private static final short POLLIN = 1;
  private static final int EINTR = 4;
  private static final int EAGAIN = 11;

  private final int descriptor;
  private final String name;

  private DeviceFile(int descriptor, String name) {
    this.descriptor = descriptor;
    this.name = name;
  }

  /**
   * The descriptor under which this process has the file open.
   *
   * @param file a device that can be open once only, and is
   */
  public static DeviceFile opened(Path file) throws IOException {
    Path real = file.toRealPath();
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.filter(link -> leadsTo(link, real))
          .findFirst()
          .map(link -> new DeviceFile(Integer.parseInt(link.getFileName().toString()), "" + file))
          .orElseThrow(() -> new IOException(file + " is not open"));
    }
  }

  private static boolean leadsTo(Path link, Path real) {
    try {
      return Files.readSymbolicLink(link).equals(real);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  /** The system refused; {@link #number()} is its errno. */
  public static final class SystemException extends IOException {
    private static final long serialVersionUID = 1L;
    private final int number;

    SystemException(String what, int number) {
      super(what + ": system error " + number);
      this.number = number;
    }

    public int number() {
      return number;
    }
  }

  /**
   * Waits for bytes and reads what there is.
   *
   * @return 0 when the time passed
   */
  public int read(byte[] buffer, Duration timeout) throws SystemException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(CAPTURE);
      MemorySegment poll = arena.allocate(POLLFD_BYTES, Integer.BYTES);
      poll.set(ValueLayout.JAVA_INT, 0, descriptor);
      poll.set(ValueLayout.JAVA_SHORT, EVENTS_AT, POLLIN);
      int millis = Math.toIntExact(timeout.toMillis());
      int ready = (int) checked(errno, "poll", (int) POLL.invokeExact(errno, poll, 1L, millis));
      if (ready == 0 || poll.get(ValueLayout.JAVA_SHORT, REVENTS_AT) == 0) {
        return 0;
      }
      MemorySegment bytes = arena.allocate(buffer.length);
      long count =
          checked(
              errno,
              "read",
              (long) READ.invokeExact(errno, descriptor, bytes, (long) buffer.length));
      MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, 0, buffer, 0, (int) count);
      return (int) count;
    } catch (SystemException failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException("call of poll or read", impossible);
    }
  }

  /** An ioctl whose answer is so many bytes long. */
  public byte[] ask(long request, int length) throws SystemException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment answer = arena.allocate(length, Long.BYTES);
      control(arena, request, answer);
      return answer.toArray(ValueLayout.JAVA_BYTE);
    }
  }

  /** An ioctl that takes a number. */
  public void tell(long request, long number) throws SystemException {
    try (Arena arena = Arena.ofConfined()) {
      control(arena, request, MemorySegment.ofAddress(number));
    }
  }

  private void control(Arena arena, long request, MemorySegment argument) throws SystemException {
    MemorySegment errno = arena.allocate(CAPTURE);
    try {
      checked(errno, "ioctl", (int) IOCTL.invokeExact(errno, descriptor, request, argument));
    } catch (SystemException failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException("call of ioctl", impossible);
    }
  }

  private long checked(MemorySegment errno, String what, long result) throws SystemException {
    if (result >= 0) {
      return result;
    }
    int number = (int) ERRNO.get(errno, 0L);
    if (number == EINTR || number == EAGAIN) {
      return 0;
    }
    throw new SystemException(what + " " + name, number);
  }

  @SuppressWarnings("restricted") // Native access is granted in the jar's manifest.
  private static MethodHandle function(
      String name, FunctionDescriptor shape, Linker.Option... more) {
    Linker.Option[] options = Arrays.copyOf(more, more.length + 1);
    options[more.length] = Linker.Option.captureCallState("errno");
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape, options);
  }
}
