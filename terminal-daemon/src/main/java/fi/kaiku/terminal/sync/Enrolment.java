package fi.kaiku.terminal.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fi.kaiku.terminal.disk.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * That the hub knows this terminal; on disk beside the key that it knows it by.
 *
 * @param url the hub's: another hub knows nothing of it
 */
record Enrolment(String url, String venue, HubKey hub) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Empty where there is none yet, or it is one with another hub.
   *
   * @throws IOException when it can't be read
   */
  static Optional<Enrolment> read(HubSite site) throws IOException {
    if (Files.notExists(site.enrolment())) {
      return Optional.empty();
    }
    JsonNode kept = JSON.readTree(Files.readAllBytes(site.enrolment()));
    try {
      return Optional.of(
              new Enrolment(
                  kept.path("url").asText(),
                  kept.path("venue").asText(),
                  new HubKey(kept.path("hubKey").asText())))
          .filter(enrolment -> enrolment.url().equals(site.url().toString()));
    } catch (IllegalArgumentException e) {
      throw new IOException(site.enrolment() + " is damaged; enrol the terminal anew", e);
    }
  }

  void write(Path file) throws IOException {
    DurableFile.write(
        file,
        JSON.writeValueAsBytes(
            JSON.createObjectNode().put("url", url).put("venue", venue).put("hubKey", hub.text())));
  }
}
