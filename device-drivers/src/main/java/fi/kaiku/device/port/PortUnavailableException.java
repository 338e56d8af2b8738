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

  /** Why a port could not be opened. */
  public enum Reason {
    /** Nothing is there: not plugged in, switched off, wrong address. */
    ABSENT,
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
