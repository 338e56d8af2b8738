package fi.kaiku.terminal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;

/** What both sockets answer: is the daemon alive, would a scan work, and what else can be asked. */
final class HealthRoutes {
  private static final String YAML = "application/yaml";

  private final BooleanSupplier ready;

  HealthRoutes(BooleanSupplier ready) {
    this.ready = ready;
  }

  void add(SocketRoutes routes) {
    routes
        .get("/health/live", _ -> Answer.health(true))
        .get("/health/ready", _ -> Answer.health(ready.getAsBoolean()))
        .get("/openapi.yaml", _ -> Answer.of(YAML, openapi()));
  }

  private static byte[] openapi() {
    try (InputStream in = HealthRoutes.class.getResourceAsStream("openapi.yaml")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("read openapi.yaml", e);
    }
  }
}
