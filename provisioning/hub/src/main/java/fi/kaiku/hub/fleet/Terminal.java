package fi.kaiku.hub.fleet;

import fi.kaiku.hub.key.PublicKey;
import java.util.UUID;

/**
 * An enrolled terminal.
 *
 * @param id made by the terminal itself
 */
public record Terminal(UUID id, String venue, PublicKey key, Standing standing) {
  /** Whether it may still speak. */
  public enum Standing {
    ENROLLED,
    REVOKED
  }
}
