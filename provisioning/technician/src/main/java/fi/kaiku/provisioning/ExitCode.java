package fi.kaiku.provisioning;

/** What the command's exit code says to the shell or to systemd. */
enum ExitCode {
  OK(0),
  /** Something went wrong that no other code names. */
  FAILED(1),
  WRONG_USE(2),
  /** The port, the data folder or the daemon is not in the state that the command needs. */
  NOT_NOW(3),
  /** A process did not become ready in time, or stopped before it was. */
  NOT_STARTED(4),
  /** A process crashed again and again; nothing runs any more. */
  CRASHED(5),
  /** EX_CONFIG of sysexits.h, which the daemon itself ends with: no restart would help. */
  WRONG_CONFIG(78);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
