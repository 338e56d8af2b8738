package fi.kaiku.terminal.clock;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Linux's own time: CLOCK_BOOTTIME, which goes on through a suspend (System.nanoTime does not), and
 * the kernel's view of NTP, whatever program does it (adjtimex(2)). 64-bit layouts.
 */
public final class LinuxTime implements MachineTime {
  private static final int CLOCK_BOOTTIME = 7;
  private static final long TIMESPEC_BYTES = 16;
  private static final long TIMESPEC_NANOS_AT = 8;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** {@code struct timex}: modes is 0 (read only) and stands first, status follows five words. */
  private static final long TIMEX_BYTES = 208;

  private static final long TIMEX_STATUS_AT = 40;
  private static final int STA_UNSYNC = 0x40;

  private final InstantSource wall;
  private final MethodHandle clockGettime;
  private final MethodHandle adjtimex;

  public LinuxTime(InstantSource wall) {
    this.wall = wall;
    this.clockGettime =
        function("clock_gettime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    this.adjtimex = function("adjtimex", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  }

  @Override
  public Instant wall() {
    return wall.instant();
  }

  @Override
  public long elapsedNanos() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(TIMESPEC_BYTES, Long.BYTES);
      int failed = (int) clockGettime.invokeExact(CLOCK_BOOTTIME, time);
      if (failed != 0) {
        throw new IllegalStateException("clock_gettime(CLOCK_BOOTTIME) failed");
      }
      return time.get(JAVA_LONG, 0) * NANOS_PER_SECOND + time.get(JAVA_LONG, TIMESPEC_NANOS_AT);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("clock_gettime can't be called", e);
    }
  }

  /** A kernel that refuses to answer (a sandbox) counts as not synchronised. */
  @Override
  public Sync sync() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timex = arena.allocate(TIMEX_BYTES, Long.BYTES);
      int state = (int) adjtimex.invokeExact(timex);
      boolean synchronised = state >= 0 && (timex.get(JAVA_INT, TIMEX_STATUS_AT) & STA_UNSYNC) == 0;
      return synchronised ? Sync.SYNCHRONISED : Sync.NOT_SYNCHRONISED;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("adjtimex can't be called", e);
    }
  }

  /** The jar's manifest enables native access; javac warns of it at each such call. */
  @SuppressWarnings("restricted")
  private static MethodHandle function(String name, FunctionDescriptor form) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), form);
  }
}
