package fi.kaiku.kiosk;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Lets a browser in with a one-time link and knows it again by its cookie. */
final class Entrance {
  static final String LINK = "/open";
  static final String DESK = "/desk";

  private final OneTimeToken token;
  private final Sessions sessions;
  private final IntSupplier port;

  Entrance(OneTimeToken token, Sessions sessions, IntSupplier port) {
    this.token = token;
    this.sessions = sessions;
    this.port = port;
  }

  /**
   * {@code /open?station=NAME&token=...}: a link that was used already still leads its own browser
   * to the desk, since people press reload and back.
   */
  void open(Context browser) {
    String station = Optional.ofNullable(browser.queryParam("station")).orElse("");
    if (!RelayRoute.isStationName(station)) {
      throw new RefusedException(Problem.LINK_NOT_VALID);
    }
    boolean isInAlready = session(browser).filter(station::equals).isPresent();
    if (!isInAlready) {
      token.use(Optional.ofNullable(browser.queryParam("token")).orElse(""));
      browser.cookie(cookie(sessions.begin(station)));
    }
    browser.header("Cache-Control", "no-store");
    browser.redirect(DESK, HttpStatus.SEE_OTHER);
  }

  Optional<String> session(Context browser) {
    return Optional.ofNullable(browser.cookie(cookieName())).flatMap(sessions::station);
  }

  /**
   * The station of the browser's session.
   *
   * @throws RefusedException when it has none
   */
  String station(Context browser) {
    return session(browser).orElseThrow(() -> new RefusedException(Problem.NO_SESSION));
  }

  /** Ends with the browser; the page's scripts can't read it and other sites can't send it. */
  private Cookie cookie(String secret) {
    Cookie cookie = new Cookie(cookieName(), secret);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    cookie.setPath("/");
    return cookie;
  }

  /** Cookies are shared by all ports of a host: two terminals on one machine need two names. */
  private String cookieName() {
    return "kaiku-" + port.getAsInt();
  }
}
