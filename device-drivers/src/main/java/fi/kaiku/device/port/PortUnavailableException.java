package fi.kaiku.device.port;

import java.io.IOException;

/** A port could not be opened, for a reason that a technician can act on. */
public final class PortUnavailableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public PortUnavailableException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Whether this is also what a device says that was plugged in a moment ago. */
  public boolean mayPass() {
    return reason == Reason.NO_RIGHTS || reason == Reason.NOT_READY;
  }

  /** Why a port could not be opened. */
  public enum Reason {
    /** Nothing is there: not plugged in, switched off, wrong address. */
    ABSENT,
    /** It was plugged in this moment, or the kernel can't make anything of it. */
    NOT_READY,
    /** It is there, and this user may not use it. */
    NO_RIGHTS,
    /** Another program, or another part of this one, holds it. */
    HELD_BY_OTHER,
    /** Several devices could be it, and nothing tells which. */
    TWINS,
    /** It is a keyboard, and nobody has confirmed that it is a scanner. */
    NOT_CONFIRMED,
    /** It is there and is something else: a scanner set to another mode, or no scanner. */
    WRONG_MODE
  }
}
