package fi.kaiku.terminal.sync;

/** What "check now" found. */
public sealed interface RegistryCheck {
  /**
   * The registry here is the hub's as of now.
   *
   * @param changes cards that were changed by it
   */
  record UpToDate(int changes) implements RegistryCheck {}

  /** It is being fetched whole, which takes longer than anybody should wait for. */
  record Fetching() implements RegistryCheck {}

  /** The registry stays as it is: no answer of the hub came in time, or it said no. */
  record NoAnswer(String what) implements RegistryCheck {}

  /** This terminal gets its registry from a file. */
  record NotEnrolled() implements RegistryCheck {}
}
