package fi.kaiku.terminal.api;

import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as they come in paths, headers and bodies. */
final class Uuids {
  static final int LENGTH = 36;

  /** {@link UUID#fromString} alone takes {@code 1-1-1-1-1} too. */
  private static final Pattern SHAPE =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private Uuids() {}

  static UUID parse(String what, String text) {
    if (!SHAPE.matcher(text).matches()) {
      throw new ProblemException(ProblemType.BAD_REQUEST, what + ": expected a UUID");
    }
    return UUID.fromString(text);
  }
}
