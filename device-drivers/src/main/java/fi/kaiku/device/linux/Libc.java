package fi.kaiku.device.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.Linker.Option;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/**
 * The C library's calls, on 64-bit Linux. Each takes, first, where errno is to be put, and returns
 * what C returns: -1 for an error.
 */
final class Libc {
  private static final Linker LINKER = Linker.nativeLinker();
  static final StructLayout ERRNO = Option.captureStateLayout();
  private static final long ERRNO_AT =
      ERRNO.byteOffset(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle OPEN =
      handle("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle CLOSE =
      handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle READ =
      handle("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle POLL =
      handle("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final MethodHandle SOCKET =
      handle("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle BIND =
      handle("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle IOCTL =
      handle(
          "ioctl",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG),
          Option.firstVariadicArg(2));

  private Libc() {}

  /** Restricted, since a wrong descriptor could crash the process: these are from the manuals. */
  @SuppressWarnings("restricted")
  private static MethodHandle handle(String name, FunctionDescriptor function, Option... variadic) {
    Option[] options = new Option[variadic.length + 1];
    System.arraycopy(variadic, 0, options, 0, variadic.length);
    options[variadic.length] = Option.captureCallState("errno");
    return LINKER.downcallHandle(
        LINKER.defaultLookup().find(name).orElseThrow(), function, options);
  }

  static int errno(MemorySegment state) {
    return state.get(JAVA_INT, ERRNO_AT);
  }

  static int open(MemorySegment errno, MemorySegment path, int flags) {
    try {
      return (int) OPEN.invokeExact(errno, path, flags);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  static int close(MemorySegment errno, int fd) {
    try {
      return (int) CLOSE.invokeExact(errno, fd);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  static long read(MemorySegment errno, int fd, MemorySegment buffer) {
    try {
      return (long) READ.invokeExact(errno, fd, buffer, buffer.byteSize());
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  static int poll(MemorySegment errno, MemorySegment one, int millis) {
    try {
      return (int) POLL.invokeExact(errno, one, 1L, millis);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  static int socket(MemorySegment errno, int domain, int type, int protocol) {
    try {
      return (int) SOCKET.invokeExact(errno, domain, type, protocol);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  static int bind(MemorySegment errno, int fd, MemorySegment address) {
    try {
      return (int) BIND.invokeExact(errno, fd, address, (int) address.byteSize());
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  static int ioctl(MemorySegment errno, int fd, long request, long value) {
    try {
      return (int) IOCTL.invokeExact(errno, fd, request, value);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /** A downcall itself throws only when its types do not fit. */
  private static IllegalStateException impossible(Throwable e) {
    return new IllegalStateException("a call into the C library failed", e);
  }
}
