package fi.kaiku.device.printer;

/** What earlier jobs may have left in the printer; outlives a connection. */
final class Leftover {

  /** From harmless to worst. */
  enum Kind {
    /** The last job ended well. */
    NOTHING,
    /** This program has just started and can't know whether it died in the middle of a command. */
    HALF_COMMAND,
    /** A job broke off: half a command inside, half a ticket on the paper. */
    HALF_TICKET
  }

  private Kind kind = Kind.HALF_COMMAND;

  Kind kind() {
    return kind;
  }

  void set(Kind next) {
    kind = next;
  }
}
