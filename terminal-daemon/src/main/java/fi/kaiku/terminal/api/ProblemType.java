package fi.kaiku.terminal.api;

import java.util.Locale;

/**
 * The kinds of error that callers can tell apart (RFC 9457). The name is part of the contract: it
 * never changes, and openapi.yaml lists it.
 */
enum ProblemType {
  BAD_REQUEST(400, "The request is not as described in openapi.yaml"),
  CLERK_ONLY(403, "Only a clerk's station may do this"),
  NO_SUCH_PATH(404, "Nothing is served at this path with this method"),
  NO_SUCH_STATION(404, "There is no station of this name"),
  NO_SUCH_EVENT(404, "There is no event of this id"),
  NO_SUCH_ADMISSION(404, "There is no admission of this id"),
  NO_SUCH_JOB(404, "There is no print job of this id at this station"),
  NOT_VIRTUAL(404, "This device is not a virtual one"),
  NO_SUCH_TICKET(404, "The virtual printer has not printed a ticket of this number"),
  VISIT_CHANGED(409, "The visit has changed since the caller saw it"),
  NOT_ISSUABLE(409, "The visit can't be issued as it stands"),
  UNDO_WINDOW_OVER(409, "The time for undoing is over; void it instead"),
  NOTHING_TO_PRINT(409, "No ticket of this admission stands"),
  CLOCK_IMPLAUSIBLE(409, "The time that was given can't be right"),
  BODY_TOO_LARGE(413, "The request's body is too large"),
  INTERNAL_ERROR(500, "The daemon failed; its log says how"),
  BUSY(503, "The station has too much to do; harmless to repeat"),
  NOT_RECORDED(503, "Nothing could be recorded, so nothing was issued");

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
