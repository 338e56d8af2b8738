package fi.kaiku.terminal.registry;

/**
 * A registry file that was read and can never be used: cut, damaged, unfinished, of another form or
 * key. A file that could not be read at the moment is no such.
 */
final class BrokenRegistryException extends Exception {
  private static final long serialVersionUID = 1L;

  BrokenRegistryException(String message) {
    super(message);
  }
}
