package fi.kaiku.device.linux;

import java.io.IOException;

/** The kernel refused a call; {@link #errno()} says why. */
public final class KernelException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int errno;

  KernelException(String attempted, int errno) {
    super(attempted + ": system error " + errno);
    this.errno = errno;
  }

  /** As in errno.h. */
  public int errno() {
    return errno;
  }
}
