package fi.kaiku.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A file of the desk's page, as the server will find it on the class path. */
public record WebResource(String path) {
  public byte[] bytes() {
    try (InputStream in = WebResource.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new AssertionError("no resource " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String text() {
    return new String(bytes(), UTF_8);
  }

  public JsonNode json() {
    try {
      return new ObjectMapper().readTree(bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
