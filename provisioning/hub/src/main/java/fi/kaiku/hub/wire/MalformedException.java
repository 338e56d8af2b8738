package fi.kaiku.hub.wire;

/**
 * Something that was sent is not as agreed. The message names the field and what was expected,
 * never the value, which may be a card's id. Expected, so it carries no stack trace.
 */
public final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedException(String message) {
    super(message, null, false, false);
  }
}
