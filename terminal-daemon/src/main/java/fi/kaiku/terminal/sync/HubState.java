package fi.kaiku.terminal.sync;

/** How the terminal stands with the hub, as the last contact showed. */
public enum HubState {
  /** No hub is configured: uses stay here until somebody types them in. */
  NONE,
  /** No code was given yet, so the hub does not know this terminal. */
  NOT_ENROLLED,
  /** Enrolled; nothing was asked yet in this run. */
  STARTING,
  CONNECTED,
  /** No answer, or one that is not the hub's. */
  UNREACHABLE,
  /** The hub answers and does not know this terminal, or can't accept its calls. */
  REFUSED,
  /** The keeper of the registry has shut this terminal out. */
  REVOKED
}
