package fi.kaiku.hub.api;

import java.util.Locale;

/**
 * The kinds of error that callers can tell apart (RFC 9457). The name is part of the contract: it
 * never changes, and openapi.yaml lists it.
 */
enum ProblemType {
  BAD_REQUEST(400, "The request is not as described in openapi.yaml"),
  NOT_SIGNED(401, "The request does not carry the signature of an enrolled terminal"),
  WRONG_CLOCK(401, "The terminal's clock differs too much from the hub's"),
  CODE_UNKNOWN(403, "There is no such enrolment code"),
  CODE_EXPIRED(403, "The enrolment code has expired; ask for a new one"),
  REVOKED(403, "This terminal was shut out by the keeper of the registry"),
  NOT_LOCAL(403, "The admin interface is asked for by its local name only"),
  NO_SUCH_PATH(404, "Nothing is served at this path with this method"),
  NO_SUCH_VENUE(404, "The hub knows no venue of this id"),
  NO_SUCH_TERMINAL(404, "The hub knows no terminal of this id"),
  NO_REGISTRY(404, "The hub has no card registry yet"),
  NO_SUCH_SNAPSHOT(404, "The hub keeps no snapshot of this digest"),
  CODE_USED(409, "Another terminal was enrolled with this code"),
  TERMINAL_KNOWN(409, "This terminal, or its key, is enrolled already"),
  CURSOR_UNKNOWN(410, "The hub has never come so far; begin again at 0"),
  MUST_REFETCH(410, "The changes after this position are no longer kept"),
  BODY_TOO_LARGE(413, "The request's body is too large"),
  RANGE_NOT_THERE(416, "The snapshot ends before this range"),
  TOO_MANY_TRIES(429, "Too many wrong codes came from this address"),
  INTERNAL_ERROR(500, "The hub failed; its log says how"),
  BUSY(503, "The hub has too much to do; harmless to repeat");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /** The {@code type} on the wire. */
  String urn() {
    return "urn:kaiku:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
