package fi.kaiku.provisioning;

/** What the supervisor hears of a child. */
sealed interface ChildEvent {
  /** The child printed its line that begins with READY. */
  record Ready(SupervisedChild child) implements ChildEvent {}

  record Exited(SupervisedChild child, int code) implements ChildEvent {}
}
