package fi.kaiku.kiosk;

import java.util.Locale;

/** What this process itself refuses (RFC 9457); the daemon's own problems pass through unread. */
enum Problem {
  FOREIGN_HOST(403, "the Host header names another machine"),
  FOREIGN_ORIGIN(403, "the request does not come from this terminal's own pages"),
  NO_SESSION(401, "this browser has not been let in with a one-time link"),
  LINK_NOT_VALID(403, "the one-time link is wrong or has been used"),
  NO_SUCH_PATH(404, "there is nothing at this path"),
  BAD_REQUEST(400, "the request is not understood"),
  NOT_JSON(415, "the body must be application/json"),
  TOO_LARGE(413, "the body is too large"),
  TOO_MANY_PAGES(503, "too many pages are open"),
  DAEMON_AWAY(503, "the terminal daemon does not answer on its socket"),
  DAEMON_SILENT(504, "the terminal daemon took the call but did not answer in time");

  private final int status;
  private final String title;

  Problem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String type() {
    return "urn:kaiku:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As `application/problem+json`; titles are ours and hold no character that needs escaping. */
  String json() {
    return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d}".formatted(type(), title, status);
  }
}
