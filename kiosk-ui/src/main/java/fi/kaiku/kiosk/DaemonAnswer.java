package fi.kaiku.kiosk;

/** What the daemon answered, passed on as it is. */
final class DaemonAnswer {
  private final int status;
  private final String contentType;
  private final byte[] body;

  DaemonAnswer(int status, String contentType, byte[] body) {
    this.status = status;
    this.contentType = contentType;
    this.body = body.clone();
  }

  int status() {
    return status;
  }

  String contentType() {
    return contentType;
  }

  byte[] body() {
    return body.clone();
  }
}
