package fi.kaiku.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;

/**
 * Which build of the daemon this is.
 *
 * @param at no time before it is ever right
 */
public record Build(String version, Instant at) {
  private static final String RESOURCE = "build.properties";

  /** From the resource that Maven fills in. */
  public static Build current() {
    Properties properties = new Properties();
    try (InputStream in = Build.class.getResourceAsStream(RESOURCE)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the daemon's own " + RESOURCE + " can't be read", e);
    }
    return new Build(
        properties.getProperty("version"), Instant.parse(properties.getProperty("at")));
  }
}
