package fi.kaiku.terminal.registry;

/** Where the registry in use came from. */
public sealed interface RegistryOrigin {
  /** A list that a technician imported here; there is none either, where no registry is. */
  record OfFile() implements RegistryOrigin {}

  /** The hub; it goes on from this point. */
  record OfHub(FeedPoint point) implements RegistryOrigin {}
}
