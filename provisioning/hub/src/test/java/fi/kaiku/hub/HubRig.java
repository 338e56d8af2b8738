package fi.kaiku.hub;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.hub.api.HubServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;

/** A hub in this process, on ports of its own, with two venues and their events. */
public final class HubRig implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T16:00:00Z");
  static final String VENUE = "kulttuuritalo";
  static final String OTHER_VENUE = "museo";

  /** Sold by both venues. */
  static final String CONCERT = "concert";

  /** Sold by the museum alone. */
  static final String EXHIBITION = "exhibition";

  /** Over already. */
  static final String MATINEE = "matinee";

  private final Path folder;
  private final String database;
  private final SettableClock clock = new SettableClock(NOW);
  private Hub hub;

  HubRig(Path folder, String database) {
    this.folder = folder;
    this.database = database;
    start();
    putVenue(VENUE);
    putVenue(OTHER_VENUE);
    putEvent(CONCERT, VENUE, "2026-11-23T20:00:00Z", OTHER_VENUE);
    putEvent(EXHIBITION, OTHER_VENUE, "2027-01-31T16:00:00Z", OTHER_VENUE);
    putEvent(MATINEE, VENUE, "2026-11-23T15:00:00Z", OTHER_VENUE);
  }

  static HubRig onSqlite(Path folder) {
    return new HubRig(folder, "");
  }

  private void start() {
    try {
      hub = Hub.start(settings(), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HubSettings settings() {
    return new HubSettings(folder, database, new HubServer.Ports("127.0.0.1", 0, 0));
  }

  /** The same hub, ended and started again; tills have to be pointed at it anew. */
  void restart() {
    hub.close();
    start();
  }

  SettableClock clock() {
    return clock;
  }

  int port() {
    return hub.port();
  }

  Till newTill(String venue) {
    return new Till(venue, clock).at(hub.port());
  }

  Till enrolledTill(String venue) {
    Till till = newTill(venue);
    assertThat(till.enrol(newCode(venue)).status()).isEqualTo(200);
    return till;
  }

  String newCode(String venue) {
    return admin("POST", "/v1/venues/" + venue + "/enrolment-codes", "")
        .json()
        .path("code")
        .asText();
  }

  void putVenue(String id) {
    assertThat(admin("PUT", "/v1/venues/" + id, "{\"name\":\"A venue\"}").status()).isEqualTo(204);
  }

  void putEvent(String id, String organiser, String endsAt, String seller) {
    String body =
        "{\"organiser\":\"%s\",\"title\":\"An event\",\"startsAt\":\"2026-11-20T10:00:00Z\",\"endsAt\":\"%s\",\"sellers\":[\"%s\"]}"
            .formatted(organiser, endsAt, seller);
    assertThat(admin("PUT", "/v1/events/" + id, body).status()).isEqualTo(204);
  }

  String adminAddress() {
    return "http://127.0.0.1:" + hub.adminPort();
  }

  Till.Reply admin(String method, String path, String body) {
    return Till.exchange(
        HttpRequest.newBuilder(URI.create(adminAddress() + path))
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  @Override
  public void close() {
    hub.close();
  }
}
